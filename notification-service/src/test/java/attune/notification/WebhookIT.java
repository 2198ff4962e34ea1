package attune.notification;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import attune.embedded.Fault;
import attune.embedded.WebhookReceiver;
import attune.embedded.WebhookReceiver.Hook;
import attune.eventlog.records.LogReader;
import attune.events.CaseId;
import attune.events.Category;
import attune.events.Channel;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.DecodedEvent;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Level;
import attune.events.Log;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Webhooks to a system that checks each signature, and is not always well. Each test has a coach of its own. */
@ExtendWith(NoBlocking.class)
class WebhookIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final UUID HOOK = new UUID(5, 5);
    private static final UUID OTHER_HOOK = new UUID(5, 6);

    @TempDir
    static Path folder;

    private static World world;
    private static WebhookReceiver receiver;
    private static WebhookReceiver other;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        receiver = WebhookReceiver.start(0, world.clock);
        other = WebhookReceiver.start(0, world.clock);
        service = startService();
    }

    private static Service startService() {
        return world.service("webhooks", "--attune.notification.keys=" + "0f".repeat(32),
                "--attune.notification.webhook.inside-too=true", "--attune.notification.webhook.timeout=1s",
                "--attune.notification.delivery.retry-first=100ms", "--attune.notification.delivery.give-up-after=1h");
    }

    @AfterAll
    static void stop() {
        service.close();
        other.close();
        receiver.close();
        world.close();
    }

    @BeforeEach
    void isWell() {
        receiver.faults().becomes(Fault.OFF);
    }

    @Test
    void tellsAPracticeThatThereIsACaseAndNothingMore() {
        register("coach-1");

        NotificationId notice = openCase("coach-1");

        Hook hook = awaitHook("coach-1");
        assertThat(hook.id()).isEqualTo(notice.toString());
        JsonNode body = Service.JSON.readTree(hook.body());
        assertThat(body.path("type").asString()).isEqualTo("notification.created");
        assertThat(body.path("timestamp").asString()).isNotBlank();
        assertThat(body.path("data").propertyNames()).containsExactlyInAnyOrder("id", "category");
        assertThat(body.path("data").path("category").asString()).isEqualTo("safety");
        assertThat(body.propertyNames()).hasSize(3);
        awaitStep("coach-1", notice, "ended webhook sent delivered");
    }

    @Test
    void tellsNothingUnlessTheCoachWantsIt() {
        register("coach-2");
        world.writer.append("coach-2", new PreferencesChanged(null, "en", null, null));

        awaitStep("coach-2", openCase("coach-2"), "ended webhook muted switched-off");

        assertThat(hooks("coach-2")).isEmpty();
    }

    @Test
    void comesAgainUnderTheSameIdUntilItIsTaken() {
        register("coach-3");
        receiver.faults().becomes(Fault.BUSY);
        NotificationId notice = openCase("coach-3");
        awaitStep("coach-3", notice, "attempted webhook retryable-error");

        for (Fault fault : List.of(Fault.BROKEN, Fault.SLOW, Fault.DROPPING)) {
            long before = attempts("coach-3", notice);
            receiver.faults().becomes(fault);
            await().atMost(LONG).until(() -> {
                world.clock.putForward(Duration.ofSeconds(1));
                return attempts("coach-3", notice) > before;
            });
        }
        receiver.faults().becomes(Fault.OFF);
        await().atMost(LONG).until(() -> {
            world.clock.putForward(Duration.ofSeconds(1));
            return service.history("coach-3", notice).contains("ended webhook sent delivered");
        });

        assertThat(hooks("coach-3")).isNotEmpty().allMatch(hook -> hook.id().equals(notice.toString()));
    }

    @Test
    void asksOnlyThatSystemAgainWhichHasNotTakenItAlsoAfterARestart() {
        register("coach-8");
        register("coach-8", OTHER_HOOK, other);
        other.faults().becomes(Fault.BROKEN);
        NotificationId notice = openCase("coach-8");
        awaitStep("coach-8", notice, "attempted webhook retryable-error");

        service.close();
        service = startService();
        await().atMost(LONG).until(() -> {
            world.clock.putForward(Duration.ofSeconds(1));
            return attempts("coach-8", notice) > 2;
        });
        other.faults().becomes(Fault.OFF);
        await().atMost(LONG).until(() -> {
            world.clock.putForward(Duration.ofSeconds(1));
            return service.history("coach-8", notice).contains("ended webhook sent delivered");
        });

        assertThat(hooks("coach-8")).extracting(Hook::id).containsExactly(notice.toString());
        assertThat(other.hooks()).filteredOn(hook -> hook.endpoint().equals("coach-8")).extracting(Hook::id)
                .containsExactly(notice.toString());
    }

    @Test
    void asksOnlyThatSystemWhichHasNotTakenItWhenAnOperatorHasItPlannedAgain() {
        register("coach-9");
        register("coach-9", OTHER_HOOK, other);
        other.faults().becomes(Fault.BROKEN);
        NotificationId notice = openCase("coach-9");
        awaitStep("coach-9", notice, "attempted webhook retryable-error");
        world.clock.putForward(Duration.ofHours(1));
        awaitStep("coach-9", notice, "ended webhook dead given-up");
        other.faults().becomes(Fault.OFF);

        await().atMost(LONG).until(() -> Service.items(service.send(service
                .request("ops-1", "/api/v1/deliveries/dead/redrive").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reason\":\"given-up\"}")))).stream()
                .anyMatch(item -> item.path("plan").asString().equals("send")));

        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("coach-9", notice))
                .endsWith("redriven webhook", "attempted webhook accepted", "ended webhook sent delivered"));
        assertThat(hooks("coach-9")).extracting(Hook::id).containsExactly(notice.toString());
        assertThat(other.hooks()).filteredOn(hook -> hook.endpoint().equals("coach-9")).extracting(Hook::id)
                .containsExactly(notice.toString());
    }

    @Test
    void forgetsASystemThatSaysItIsGone() {
        register("coach-4");
        receiver.faults().becomes(Fault.GONE);

        awaitStep("coach-4", openCase("coach-4"), "ended webhook dead refused-by-provider");
        await().atMost(LONG).until(() -> Service.items(service.get("coach-4", "/api/v1/me/webhooks")).isEmpty());

        receiver.faults().becomes(Fault.OFF);
        NotificationId next = openCase("coach-4");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.get("coach-4", "/api/v1/notifications/" + next
                + "/history").body()).contains("no-address"));
    }

    @Test
    void signsWithTheOldSecretForADayBesideTheNewOneAlsoIfAnAnswerWasLost() {
        String old = register("coach-5");
        settle("coach-5", changeSecret("coach-5")); // its answer reaches nobody
        HttpResponse<String> changed = changeSecret("coach-5");
        OpenApi.check("WebhookSecret", changed.body());
        assertThat(changed.body()).doesNotContain(old);
        settle("coach-5", changed);

        openCase("coach-5"); // the receiver knows the old one alone
        awaitHook("coach-5");

        receiver.forgets("coach-5", old);
        receiver.knows("coach-5", Service.json(changed).path("secret").asString());
        NotificationId next = openCase("coach-5");
        await().atMost(LONG).until(() -> hooks("coach-5").stream().anyMatch(hook -> hook.id().equals(next.toString())));
    }

    @Test
    void showsTheSecretOnceAndKeepsItFromTheLog() {
        String secret = register("coach-6");

        HttpResponse<String> again = put("coach-6", receiver.endpoint("coach-6").toString());
        HttpResponse<String> list = service.get("coach-6", "/api/v1/me/webhooks");
        OpenApi.check("Webhook", again.body());
        OpenApi.check("WebhookList", list.body());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body() + list.body()).contains(HOOK.toString()).doesNotContain(secret, "whsec_", "sealed");
        assertThat(deliveries()).contains("sealedSecret").doesNotContain(secret, "whsec_", secret.substring(6));
    }

    @Test
    void isForCoachesAndForPublicAddresses() {
        assertThat(put("client-9", "https://93.184.216.34/x").statusCode()).isEqualTo(403);
        for (String bad : List.of("ftp://x/1", "https://a@b.example/", "no")) {
            HttpResponse<String> answer = put("coach-7", bad);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("/url");
        }
        assertThat(changeSecret("coach-7").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> changeSecret(String coach) {
        return service.send(service.request(coach, "/api/v1/me/webhooks/" + HOOK + "/secret")
                .POST(BodyPublishers.noBody()));
    }

    /** Registers, wants it, and lets the receiver know the secret. */
    private static String register(String coach) {
        return register(coach, HOOK, receiver);
    }

    private static String register(String coach, UUID hook, WebhookReceiver system) {
        world.writer.append(coach, new PreferencesChanged(null, "en", null, null, List.of(),
                List.of(new Choice(Category.SAFETY, Channel.WEBHOOK, Level.ON)), null, null, false, false));
        HttpResponse<String> answer = put(coach, hook, system.endpoint(coach).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        OpenApi.check("Webhook", answer.body());
        String secret = Service.json(answer).path("secret").asString();
        system.knows(coach, secret);
        settle(coach, answer);
        return secret;
    }

    private static void settle(String coach, HttpResponse<String> answer) {
        service.send(service.request(coach, "/api/v1/notifications")
                .header("Attune-Position", answer.headers().firstValue("Attune-Position").orElseThrow()));
    }

    private static HttpResponse<String> put(String person, String url) {
        return put(person, HOOK, url);
    }

    private static HttpResponse<String> put(String person, UUID hook, String url) {
        return service.send(service.request(person, "/api/v1/me/webhooks/" + hook)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"url\":\"" + url + "\"}")));
    }

    private static NotificationId openCase(String coach) {
        Instant now = world.clock.instant();
        EventId event = world.writer.append("client-20", new CaseOpened(new CaseId(UUID.randomUUID()), RiskTier.S3,
                new Subject(SubjectKind.CHECK_IN, new UUID(8, 8)), now, now.plus(Duration.ofMinutes(15)),
                List.of(new Rung(RungKind.ASSIGNED, List.of(PersonId.of(coach)), now)), List.of()));
        return NotificationId.derivedFrom(event, "case/0");
    }

    private static List<Hook> hooks(String coach) {
        return receiver.hooks().stream().filter(hook -> hook.endpoint().equals(coach)).toList();
    }

    private static Hook awaitHook(String coach) {
        await().atMost(LONG).until(() -> !hooks(coach).isEmpty());
        return hooks(coach).getFirst();
    }

    private static long attempts(String coach, NotificationId id) {
        return service.history(coach, id).stream().filter(step -> step.startsWith("attempted webhook")).count();
    }

    private static void awaitStep(String coach, NotificationId id, String step) {
        await().atMost(LONG).untilAsserted(() -> assertThat(service.get(coach, "/api/v1/notifications/" + id)
                .statusCode()).isEqualTo(200));
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(coach, id)).contains(step));
    }

    private static String deliveries() {
        LogReader reader = service.context.getBean(LogReader.class);
        EventCodec codec = new EventCodec();
        StringBuilder all = new StringBuilder();
        for (int partition = 0; partition < World.PARTITIONS; partition++) {
            reader.readToEnd(Log.DELIVERIES, partition, 0, record -> {
                if (record.decoded() instanceof DecodedEvent.Decoded(Envelope<?> envelope)) {
                    all.append(new String(codec.encode(envelope).value(), StandardCharsets.UTF_8));
                }
            });
        }
        return all.toString();
    }
}
