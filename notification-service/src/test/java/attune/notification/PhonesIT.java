package attune.notification;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.ApnsReceiver;
import attune.embedded.Fault;
import attune.embedded.FcmReceiver;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.NotificationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pushes to phones, by push services that verify who sends and are not always well. */
class PhonesIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Asia/Kolkata";

    @TempDir
    static Path folder;

    private static World world;
    private static ApnsReceiver apns;
    private static FcmReceiver fcm;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        apns = ApnsReceiver.start(0, world.clock);
        fcm = FcmReceiver.start(0, world.clock);
        service = world.service("phones",
                "--attune.notification.delivery.retry-first=100ms",
                "--attune.notification.apns.uri=" + apns.origin(),
                "--attune.notification.apns.key=" + apns.sender().privateKey(),
                "--attune.notification.apns.key-id=" + apns.sender().keyId(),
                "--attune.notification.apns.team=" + apns.sender().team(),
                "--attune.notification.apns.topic=" + apns.sender().topic(),
                "--attune.notification.fcm.uri=" + fcm.origin(),
                "--attune.notification.fcm.service-account=" + fcm.serviceAccount());
    }

    @AfterAll
    static void stop() {
        service.close();
        fcm.close();
        apns.close();
        world.close();
    }

    @Test
    void reachesAllPhonesOfAPersonWithANeutralText() {
        String one = iPhone("ina");
        String other = android("ina");

        NotificationId id = suggest("ina");

        await().atMost(LONG).untilAsserted(() -> assertThat(pushes(one)).hasSize(1));
        await().atMost(LONG).untilAsserted(() -> assertThat(messages(other)).hasSize(1));
        ApnsReceiver.Push push = pushes(one).getFirst();
        assertThat(push.body()).contains("A note is waiting", id.toString()).doesNotContain("Maren", "Streit");
        assertThat(push.type()).isEqualTo("alert");
        assertThat(push.priority()).isEqualTo("5");
        FcmReceiver.Message message = messages(other).getFirst();
        assertThat(message.text()).contains("A note is waiting").doesNotContain("Maren", "Streit");
        assertThat(message.collapseKey()).isEqualTo(push.collapseId()).hasSize(22);
        assertThat(message.priority()).isEqualTo("NORMAL");
        assertThat(message.ttl()).matches("\\d+s");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("ina", id))
                .contains("attempted push accepted", "ended push sent delivered"));
    }

    @Test
    void repeatsUnderTheSameKeyWhatMayNotHaveArrived() {
        String one = iPhone("jan");
        String other = android("kai");
        apns.faults().becomes(Fault.DROPPING);
        fcm.faults().becomes(Fault.DROPPING);

        NotificationId first = suggest("jan");
        NotificationId second = suggest("kai");
        await().atMost(LONG).until(() -> pushes(one).size() > 1 && messages(other).size() > 1);
        bothAreWell();

        awaitSent("jan", first);
        awaitSent("kai", second);
        assertThat(pushes(one).stream().map(ApnsReceiver.Push::id).distinct()).hasSize(1);
        assertThat(pushes(one).stream().map(ApnsReceiver.Push::collapseId).distinct()).hasSize(1);
        assertThat(messages(other).stream().map(FcmReceiver.Message::collapseKey).distinct()).hasSize(1);
    }

    @Test
    void comesAgainWhenAPushServiceIsBusyOrBroken() {
        iPhone("lea");
        android("max");
        apns.faults().becomes(Fault.BUSY);
        fcm.faults().becomes(Fault.BROKEN);

        NotificationId first = suggest("lea");
        NotificationId second = suggest("max");
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(service.history("lea", first)).contains("attempted push retryable-error");
            assertThat(service.history("max", second)).contains("attempted push retryable-error");
        });
        bothAreWell();

        awaitSent("lea", first);
        awaitSent("max", second);
    }

    @Test
    void forgetsAPhoneFromWhichTheAppIsGone() {
        String one = iPhone("nil");
        String other = android("ole");
        world.clock.putForward(Duration.ofSeconds(1));
        apns.remove(one, world.clock.instant());
        fcm.remove(other);

        for (String person : List.of("nil", "ole")) {
            NotificationId first = suggest(person);
            await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, first))
                    .contains("attempted push invalid-target", "ended push dead refused-by-provider"));
            NotificationId second = world.writer.suggest(person);
            await().atMost(LONG).untilAsserted(() -> assertThat(service.get(person, "/api/v1/notifications/" + second
                    + "/history").body()).contains("no-address").doesNotContain("invalid-target"));
        }
    }

    @Test
    void saysAnewWhoItIsBeforeItsTokensAreTooOld() {
        String one = iPhone("pia");
        String other = android("ron");
        awaitSent("pia", suggest("pia"));
        awaitSent("ron", suggest("ron"));
        int tokens = apns.tokens();
        register("pia2", "ios", one);
        register("ron2", "android", other);

        world.clock.putForward(Duration.ofMinutes(61));
        fcm.forgetAccessTokens();
        awaitSent("pia2", suggest("pia2"));
        awaitSent("ron2", suggest("ron2"));

        assertThat(apns.tokens()).isEqualTo(tokens + 1);
        assertThat(pushes(one)).hasSize(2);
        assertThat(messages(other)).hasSize(2);
    }

    @Test
    void takesNoTokenThatIsNone() {
        HttpResponse<String> answer = put("sam", "pager", "{\"platform\":\"pager\",\"token\":\"../../etc\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/platform", "/token").doesNotContain("etc");
        assertThat(put("sam", "pager", "{}").statusCode()).isEqualTo(400);
    }

    private static NotificationId suggest(String person) {
        world.writer.append(person, new PreferencesChanged(ZONE, "en", Quiet.later(world.clock, ZONE), null));
        return world.writer.suggest(person);
    }

    private static void bothAreWell() {
        apns.faults().becomes(Fault.OFF);
        fcm.faults().becomes(Fault.OFF);
    }

    private static void awaitSent(String person, NotificationId id) {
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id))
                .contains("ended push sent delivered"));
    }

    /** A phone of a person, by its token. */
    private static String iPhone(String person) {
        String token = apns.register();
        register(person, "ios", token);
        return token;
    }

    /** Another phone of a person, by its token. */
    private static String android(String person) {
        String token = fcm.register();
        register(person, "android", token);
        return token;
    }

    private static void register(String person, String platform, String token) {
        HttpResponse<String> answer = put(person, token,
                "{\"platform\":\"" + platform + "\",\"token\":\"" + token + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        service.send(service.request(person, "/api/v1/notifications")
                .header("Attune-Position", answer.headers().firstValue("Attune-Position").orElseThrow()));
    }

    /** Under an id that follows from a name of the device. */
    private static HttpResponse<String> put(String person, String device, String body) {
        UUID id = UUID.nameUUIDFromBytes(device.getBytes(StandardCharsets.UTF_8));
        return service.send(service.request(person, "/api/v1/me/devices/" + id)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static List<ApnsReceiver.Push> pushes(String device) {
        return apns.pushes().stream().filter(push -> push.device().equals(device)).toList();
    }

    private static List<FcmReceiver.Message> messages(String device) {
        return fcm.messages().stream().filter(message -> message.device().equals(device)).toList();
    }
}
