package attune.notification;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.events.NotificationId;
import attune.notification.TestRelay.Mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of a mail when the relay has its moods. */
class RelayIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static World world;
    private static Service service;
    private static TestRelay relay;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        relay = TestRelay.start(0);
        service = world.service("relay", "--spring.mail.port=" + relay.port(),
                "--attune.notification.delivery.retry-first=300ms", "--attune.notification.delivery.retry-longest=2s");
    }

    @AfterAll
    static void stop() {
        service.close();
        relay.close();
        world.close();
    }

    @Test
    void triesAgainUntilTheRelayIsThereAndSendsOnce() {
        int port = relay.port();
        relay.close();
        NotificationId id = suggest("uma");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("uma", id))
                .filteredOn("attempted email retryable-error"::equals).hasSizeGreaterThan(2));

        relay = TestRelay.start(port);

        awaitEnd("uma", id, "ended email sent delivered");
        assertThat(relay.taken()).filteredOn(messageId(id)::equals).hasSize(1);
    }

    @Test
    void triesAgainWhileTheRelayIsBusy() {
        relay.becomes(Mood.IS_BUSY);
        NotificationId id = suggest("vic");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("vic", id))
                .contains("attempted email retryable-error"));
        assertThat(relay.taken()).doesNotContain(messageId(id));

        relay.becomes(Mood.TAKES);

        awaitEnd("vic", id, "ended email sent delivered");
        assertThat(relay.taken()).filteredOn(messageId(id)::equals).hasSize(1);
    }

    @Test
    void setsAsideWhatTheRelayRefusesForGood() {
        relay.becomes(Mood.REFUSES_THE_ADDRESS);
        NotificationId first = suggest("wim");
        awaitEnd("wim", first, "ended email dead refused-by-provider");
        relay.becomes(Mood.REFUSES_THE_MAIL);
        NotificationId second = suggest("xenia");
        awaitEnd("xenia", second, "ended email dead refused-by-provider");
        relay.becomes(Mood.TAKES);

        assertThat(service.history("wim", first)).containsOnlyOnce("attempted email invalid-target");
        assertThat(service.history("xenia", second)).containsOnlyOnce("attempted email permanent-error");
        assertThat(relay.attempts()).filteredOn("wim@attune.example"::equals).hasSize(1);
    }

    /** Nobody can know whether it arrived; whoever gets it twice can tell by its id. */
    @Test
    void repeatsUnderTheSameIdWhatMayNotHaveArrived() {
        relay.becomes(Mood.TAKES_AND_HANGS_UP);
        NotificationId id = suggest("yan");
        await().atMost(LONG).untilAsserted(() -> assertThat(relay.taken()).filteredOn(messageId(id)::equals)
                .hasSizeGreaterThan(1));
        relay.becomes(Mood.TAKES);

        awaitEnd("yan", id, "ended email sent delivered");
        assertThat(relay.attempts().stream().filter("yan@attune.example"::equals).count())
                .isEqualTo(relay.taken().stream().filter(messageId(id)::equals).count());
    }

    private static NotificationId suggest(String person) {
        world.writer.prefer(person, "Europe/Berlin", Quiet.later(world.clock, "Europe/Berlin"),
                person + "@attune.example");
        return world.writer.suggest(person);
    }

    private static void awaitEnd(String person, NotificationId id, String end) {
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id)).endsWith(end));
    }

    private static String messageId(NotificationId id) {
        return "<" + id + "@attune.example>";
    }
}
