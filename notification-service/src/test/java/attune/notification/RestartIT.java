package attune.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.MailCatcher.Mail;
import attune.eventlog.folds.Folds;
import attune.eventlog.positions.Progress;
import attune.eventlog.records.LogReader;
import attune.events.Log;
import attune.events.NotificationId;
import attune.notification.inbox.InboxFold;
import attune.notification.planning.PlannerFold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing is appended and nothing sent twice, whatever is lost, begun again, or run more than once. */
class RestartIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private World world;
    private final Map<NotificationId, String> suggested = new HashMap<>();

    @BeforeEach
    void start() {
        world = World.start(folder);
        for (int person = 0; person < 10; person++) {
            world.writer.prefer("p" + person, "Europe/Berlin", Quiet.later(world.clock, "Europe/Berlin"),
                    "p" + person + "@attune.example");
        }
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void anEmptyDatabaseIsFilledFromTheLogsAlone() {
        List<String> before;
        long written;
        try (Service service = world.service("first")) {
            suggest(40);
            awaitAllSent(service);
            written = deliveries(service);
            before = inboxes(service);
        }

        try (Service service = world.service("second")) {
            awaitCaughtUp(service);

            assertThat(inboxes(service)).isEqualTo(before);
            suggest(5); // whatever was to be repeated stands before these
            awaitAllSent(service);
            assertThat(deliveries(service)).isEqualTo(written + 5 * 5);
        }
        assertEachSentOnce();
    }

    @Test
    void aRebuildWhileItRunsAppendsAndSendsNothing() {
        try (Service service = world.service("rebuilt")) {
            suggest(40);
            awaitAllSent(service);
            long written = deliveries(service);
            List<String> before = inboxes(service);

            Folds folds = service.context.getBean(Folds.class);
            assertThat(folds.rebuild(InboxFold.NAME)).isTrue();
            assertThat(folds.rebuild(PlannerFold.NAME)).isTrue();
            await().atMost(LONG).until(() -> rebuilt(service, InboxFold.NAME) && rebuilt(service, PlannerFold.NAME));
            awaitCaughtUp(service);

            assertThat(inboxes(service)).isEqualTo(before);
            suggest(5);
            awaitAllSent(service);
            assertThat(deliveries(service)).isEqualTo(written + 5 * 5);
        }
        assertEachSentOnce();
    }

    @Test
    void twoInstancesSendEachMailOnceWhileTheyComeAndGo() {
        try (Service first = world.service("shared")) {
            suggest(20);
            Service second = world.service("shared");
            suggest(40);
            await().atMost(LONG).untilAsserted(() -> assertThat(world.mail.messages()).hasSizeGreaterThan(30));
            second.close();
            suggest(20);
            awaitAllSent(first);
        }
        assertEachSentOnce();
    }

    private void suggest(int count) {
        for (int i = 0; i < count; i++) {
            String person = "p" + i % 10;
            suggested.put(world.writer.suggest(person), person);
        }
    }

    private void awaitAllSent(Service service) {
        await().atMost(LONG).untilAsserted(() -> assertThat(suggested).allSatisfy((id, person) -> assertThat(
                service.history(person, id)).endsWith("ended email sent delivered")));
    }

    private void assertEachSentOnce() {
        List<String> ids = world.mail.messages().stream().map(RestartIT::messageId).toList();
        assertThat(ids).containsExactlyInAnyOrderElementsOf(
                suggested.keySet().stream().map(id -> "<" + id + "@attune.example>").toList());
    }

    private static String messageId(Mail mail) {
        return String.valueOf(mail.headers().get("Message-ID"));
    }

    private List<String> inboxes(Service service) {
        List<String> all = new ArrayList<>();
        suggested.forEach((id, person) -> all.add(
                service.get(person, "/api/v1/notifications/" + id + "/history").body()));
        IntStream.range(0, 10).forEach(person -> all.add(
                service.get("p" + person, "/api/v1/notifications?limit=100").body()));
        return all;
    }

    private static void awaitCaughtUp(Service service) {
        await().atMost(LONG).until(() -> {
            Progress progress = service.context.getBean(Progress.class);
            LogReader reader = service.context.getBean(LogReader.class);
            return IntStream.range(0, World.PARTITIONS)
                    .allMatch(partition -> progress.next(InboxFold.NAME, partition).orElse(-1) == reader
                            .extent(Log.DELIVERIES, partition).end()
                            && progress.next(PlannerFold.NAME, partition).orElse(-1) == reader
                                    .extent(Log.COACHING, partition).end());
        });
    }

    private static boolean rebuilt(Service service, String fold) {
        return service.context.getBean(MeterRegistry.class)
                .find("attune.fold.rebuilds").tag("fold", fold).counter() != null;
    }

    private static long deliveries(Service service) {
        LogReader reader = service.context.getBean(LogReader.class);
        return IntStream.range(0, World.PARTITIONS)
                .mapToLong(partition -> reader.extent(Log.DELIVERIES, partition).end())
                .sum();
    }
}
