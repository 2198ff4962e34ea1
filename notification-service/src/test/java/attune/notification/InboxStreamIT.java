package attune.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import attune.events.NotificationId;
import attune.http.kit.NoBlocking;
import attune.notification.EventReader.Event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(NoBlocking.class)
class InboxStreamIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int RECONNECTS = 1_000;

    @TempDir
    static Path folder;

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start(folder);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void showsTheSameHoweverOftenTheClientComesBack() {
        try (Service service = world.service("stream", "--attune.streams.per-person=1000");
                EventReader steady = EventReader.open(service, "client-1", null)) {
            await().atMost(LONG).until(() -> !steady.events().isEmpty());
            AtomicInteger suggested = new AtomicInteger();
            AtomicInteger connections = new AtomicInteger();
            Thread writing = Thread.ofVirtual().start(() -> write(service, suggested, connections));

            List<Event> seen = new ArrayList<>();
            Random random = new Random(20261123);
            String last = steady.events().getFirst().id();
            while (connections.get() < RECONNECTS || writing.isAlive() || seen.size() < 2 * suggested.get()) {
                connections.incrementAndGet();
                List<Event> more = watch(service, last, Duration.ofMillis(random.nextInt(40)));
                seen.addAll(more);
                last = more.isEmpty() ? last : more.getLast().id();
                assertThat(connections.get()).as("%s of %s", seen.size(), 2 * suggested.get())
                        .isLessThan(10 * RECONNECTS);
            }

            await().atMost(LONG).until(() -> steady.events().size() > 2 * suggested.get());
            assertThat(names(seen)).containsOnly("notification", "state");
            assertThat(told(seen)).isEqualTo(told(steady.events().subList(1, steady.events().size())));
            seen.forEach(event -> OpenApi.check(
                    event.name().equals("state") ? "StateChange" : "Notification", event.data()));
        }
    }

    /** What a client sees that stays for so long. */
    private static List<Event> watch(Service service, String lastEventId, Duration stay) {
        EventReader reader = EventReader.open(service, "client-1", lastEventId);
        try (reader) {
            LockSupport.parkNanos(stay.toNanos());
        }
        return reader.events();
    }

    /** Something new, opened soon after, while others get theirs: until the client has come back often enough. */
    private static void write(Service service, AtomicInteger suggested, AtomicInteger connections) {
        while (connections.get() < RECONNECTS) {
            NotificationId id = world.writer.suggest("client-1");
            suggested.incrementAndGet();
            world.writer.suggest("client-2");
            await().atMost(LONG).until(() -> service.mark("client-1", id, "opened").statusCode() == 200);
        }
    }

    @Test
    void staysResumableWhileOnlyOthersAreTold() {
        try (Service service = world.service("quiet-stream", "--attune.eventlog.remembered=40")) {
            String beforeFirst = idOfFirst(service, null);
            suggestAndAwait(service, "client-3");
            String id = idOfFirst(service, null);
            for (int i = 0; i < 40; i++) {
                world.writer.suggest("client-4");
            }
            await().atMost(LONG).until(() -> service.inbox("client-4").size() == 40);

            assertThat(first(service, id).name()).isEqualTo("ready");
            assertThat(first(service, beforeFirst).name()).isEqualTo("reset");
            assertThat(first(service, "bm90LW91cnM").name()).isEqualTo("reset");
        }
    }

    private static void suggestAndAwait(Service service, String person) {
        NotificationId id = world.writer.suggest(person);
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id)).hasSize(3));
    }

    private static String idOfFirst(Service service, @Nullable String lastEventId) {
        return first(service, lastEventId).id();
    }

    private static Event first(Service service, @Nullable String lastEventId) {
        try (EventReader reader = EventReader.open(service, "client-3", lastEventId)) {
            await().atMost(LONG).until(() -> !reader.events().isEmpty());
            return reader.events().getFirst();
        }
    }

    private static List<String> names(List<Event> events) {
        return events.stream().map(Event::name).toList();
    }

    private static List<String> told(List<Event> events) {
        return events.stream().map(event -> event.name() + " " + event.data()).toList();
    }
}
