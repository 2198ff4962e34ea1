package attune.notification;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.Fault;
import attune.embedded.PushReceiver;
import attune.embedded.PushReceiver.Push;
import attune.embedded.PushReceiver.Subscription;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.NotificationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pushes to devices that really decrypt them, through a push service that is not always well. */
class PushIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Asia/Kolkata";

    @TempDir
    static Path folder;

    private static World world;
    private static PushReceiver receiver;
    private static Service service;

    @BeforeAll
    static void start() throws GeneralSecurityException {
        world = World.start(folder);
        receiver = PushReceiver.start(0);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        service = world.service("push", "--attune.notification.push.inside-too=true",
                "--attune.notification.delivery.retry-first=100ms",
                "--attune.notification.push.private-key=" + base64(keys.getPrivate().getEncoded()),
                "--attune.notification.push.public-key=" + base64(keys.getPublic().getEncoded()));
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
        world.close();
    }

    @Test
    void reachesADeviceWithANeutralTextThatOnlyItCanRead() {
        String device = subscribe("eva", receiver.subscribe());
        world.writer.append("eva", new PreferencesChanged(ZONE, "en", Quiet.later(world.clock, ZONE), null));

        NotificationId id = world.writer.suggest("eva");

        await().atMost(LONG).untilAsserted(() -> assertThat(pushes(device)).hasSize(1));
        Push push = pushes(device).getFirst();
        assertThat(push.text()).contains("A note is waiting for you.", id.toString()).doesNotContain("Maren", "Streit");
        assertThat(push.topic()).matches("[A-Za-z0-9_-]{1,32}");
        assertThat(push.ttlSeconds()).isEqualTo(4 * 3600);
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("eva", id))
                .contains("attempted push accepted", "ended push sent delivered", "ended email muted no-address"));
    }

    @Test
    void comesAgainWhenThePushServiceIsBusyOrBroken() {
        String device = subscribe("fin", receiver.subscribe());
        world.writer.append("fin", new PreferencesChanged(ZONE, "de", Quiet.later(world.clock, ZONE), null));
        receiver.faults().becomes(Fault.BUSY);
        NotificationId id = world.writer.suggest("fin");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("fin", id))
                .contains("attempted push retryable-error"));
        receiver.faults().becomes(Fault.DROPPING);
        world.clock.putForward(Duration.ofSeconds(2));
        await().atMost(LONG).until(() -> !pushes(device).isEmpty());
        receiver.faults().becomes(Fault.OFF);
        world.clock.putForward(Duration.ofSeconds(2));

        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("fin", id))
                .contains("ended push sent delivered"));
        assertThat(pushes(device).stream().map(Push::topic).distinct()).hasSize(1);
        assertThat(pushes(device)).allMatch(push -> push.text().contains("Eine Nachricht wartet auf dich."));
    }

    @Test
    void forgetsADeviceThatIsGone() {
        Subscription lost = new Subscription(receiver.subscribe().endpoint().resolve("/push/nobody"),
                receiver.subscribe().p256dh(), receiver.subscribe().auth());
        subscribe("gil", lost);
        world.writer.append("gil", new PreferencesChanged(ZONE, "en", Quiet.later(world.clock, ZONE), null));

        NotificationId first = world.writer.suggest("gil");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("gil", first))
                .contains("attempted push invalid-target", "ended push dead refused-by-provider"));
        NotificationId second = world.writer.suggest("gil");

        await().atMost(LONG).untilAsserted(() -> assertThat(service.get("gil", "/api/v1/notifications/" + second
                + "/history").body()).contains("no-address").doesNotContain("invalid-target"));
    }

    @Test
    void takesNoAddressThatIsNone() {
        HttpResponse<String> answer = put("hal",
                "{\"endpoint\":\"ftp://x/1\",\"keys\":{\"p256dh\":\"AA\",\"auth\":\"AA\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/endpoint", "/keys/p256dh", "/keys/auth").doesNotContain("ftp:");
        assertThat(service.get("hal", "/api/v1/me/push-subscriptions/key").body()).contains("publicKey");
    }

    /** The name of the device. */
    private static String subscribe(String person, Subscription subscription) {
        HttpResponse<String> answer = put(person, "{\"endpoint\":\"" + subscription.endpoint()
                + "\",\"keys\":{\"p256dh\":\"" + subscription.p256dh() + "\",\"auth\":\"" + subscription.auth()
                + "\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        service.send(service.request(person, "/api/v1/notifications")
                .header("Attune-Position", answer.headers().firstValue("Attune-Position").orElseThrow()));
        return subscription.endpoint().getPath().replace("/push/", "");
    }

    private static HttpResponse<String> put(String person, String body) {
        return service.send(service.request(person, "/api/v1/me/push-subscriptions/" + new UUID(3, 3))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static List<Push> pushes(String device) {
        return receiver.pushes().stream().filter(push -> push.device().equals(device)).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
