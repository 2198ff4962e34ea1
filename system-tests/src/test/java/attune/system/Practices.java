package attune.system;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import attune.embedded.FaultSwitch;
import attune.embedded.WebhookReceiver;
import attune.events.NotificationId;

import static org.awaitility.Awaitility.await;

/**
 * The systems of two practices: each coach has both registered by the service's own door, and each believes only what is
 * signed with a secret that it was given there. One takes over a new secret as soon as there is one, the other stays
 * with the old one.
 */
final class Practices implements AutoCloseable {

    private static final List<String> COACHES = List.of("coach-1", "coach-2");
    private static final String WEBHOOKS = "/api/v1/me/webhooks/";

    private final List<WebhookReceiver> systems = List.of(WebhookReceiver.start(0, InstantSource.system()),
            WebhookReceiver.start(0, InstantSource.system()));
    private final Map<String, Set<NotificationId>> told = new ConcurrentHashMap<>();
    private final Map<String, String> firstSecrets = new ConcurrentHashMap<>();

    /** What the notification service has to know to call them. */
    static Map<String, String> environment() {
        return Map.of("ATTUNE_NOTIFICATION_KEYS", "0f".repeat(32), "ATTUNE_NOTIFICATION_WEBHOOK_INSIDETOO", "true");
    }

    /** Each coach registers both systems, which get their secrets, and wants to be told of cases there. */
    void register(TwoInstances house, Pen pen) throws IOException {
        for (String coach : COACHES) {
            String token = house.tokenOf(coach);
            pen.wantsCasesByWebhook(coach);
            for (int i = 0; i < systems.size(); i++) {
                WebhookReceiver system = systems.get(i);
                Web.Answer registered = Web.put(house.api(WEBHOOKS + webhook(i)), token,
                        Map.of("url", system.endpoint(coach).toString())).expecting(201);
                system.knows(coach, secret(registered));
                if (i == 0) {
                    firstSecrets.put(coach, secret(registered));
                }
                awaitSeen(house, token, registered);
            }
        }
    }

    /** Makes new secrets for all, of which the first system learns, and waits until they sign. */
    void changeSecrets(TwoInstances house) throws IOException {
        for (String coach : COACHES) {
            String token = house.tokenOf(coach);
            for (int i = 0; i < systems.size(); i++) {
                Web.Answer changed = Web.send(Web.request(house.api(WEBHOOKS + webhook(i) + "/secret"), token)
                        .POST(BodyPublishers.noBody())).expecting(200);
                if (i == 0) {
                    systems.getFirst().knows(coach, secret(changed));
                }
                awaitSeen(house, token, changed);
            }
        }
    }

    private static String secret(Web.Answer answer) {
        return answer.json().path("secret").asString();
    }

    /** Waits until the service goes by what it has answered. */
    private static void awaitSeen(TwoInstances house, String token, Web.Answer answer) {
        String position = answer.header("Attune-Position").orElseThrow();
        await("a webhook is known").atMost(House.LONG).until(() -> Web.send(Web
                .request(house.api("/api/v1/notifications"), token).header("Attune-Position", position).GET())
                .expecting(200).header("Attune-Stale").isEmpty());
    }

    /** The first system believes its first secrets no more: nothing signed with them alone may be under way. */
    void forgetFirstSecrets() {
        firstSecrets.forEach(systems.getFirst()::forgets);
    }

    /** A case of which both coaches are to be told. */
    void openCase(Pen pen, String client) {
        List<NotificationId> notices = pen.openCase(client, COACHES);
        for (int i = 0; i < COACHES.size(); i++) {
            told.computeIfAbsent(COACHES.get(i), _ -> ConcurrentHashMap.newKeySet()).add(notices.get(i));
        }
    }

    /** What the coaches are to be told: each of these goes to both systems. */
    Set<NotificationId> told() {
        return told.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    List<FaultSwitch> faults() {
        return systems.stream().map(WebhookReceiver::faults).toList();
    }

    /** What each system took of what was meant for each coach. */
    List<Taken> taken() {
        return COACHES.stream().flatMap(coach -> IntStream.range(0, systems.size())
                .mapToObj(i -> new Taken(webhook(i), told.getOrDefault(coach, Set.of()),
                        systems.get(i).hooks().stream()
                                .filter(hook -> hook.endpoint().equals(coach))
                                .map(hook -> NotificationId.of(hook.id()))
                                .toList())))
                .toList();
    }

    /**
     * What a system took of a coach's.
     *
     * @param wanted what it had to get
     * @param came by {@code webhook-id}, doubles included
     */
    record Taken(UUID webhook, Set<NotificationId> wanted, List<NotificationId> came) {

        Set<NotificationId> different() {
            return Set.copyOf(came);
        }

        long lost() {
            return wanted.stream().filter(one -> !different().contains(one)).count();
        }

        int twice() {
            return came.size() - different().size();
        }
    }

    private static UUID webhook(int system) {
        return new UUID(5, system);
    }

    @Override
    public void close() {
        systems.forEach(WebhookReceiver::close);
    }
}
