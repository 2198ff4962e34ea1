package attune.coach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.coach.Told.ConflictStory;
import attune.events.Audience;
import attune.events.EntryKind;
import attune.events.Position;
import attune.events.Scope;
import attune.http.kit.NoBlocking;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static attune.coach.Told.consent;
import static attune.coach.Told.noConsents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The live feed of a coach: nothing missing, nothing twice, nothing that is not for this coach. */
@ExtendWith(NoBlocking.class)
class FeedStreamIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    private static RunningService service;
    private static Journal journal;

    @BeforeAll
    static void start() {
        service = RunningService.onDatabase("feed-stream");
        journal = new Journal();
    }

    @AfterAll
    static void stop() {
        journal.close();
        service.close();
    }

    @Test
    void resumesWithoutGapOrRepeatHoweverOftenItBreaks() {
        Random chance = new Random(20261123);
        for (int client = 21; client <= 24; client++) {
            grant("client-" + client, Scope.PULSE, Scope.TEXT, Scope.CONFLICTS);
        }
        List<String> steady = new CopyOnWriteArrayList<>();
        List<String> broken = new ArrayList<>();
        try (StreamClient reference = StreamClient.open(service, "coach-1", "");
                StreamClient first = StreamClient.open(service, "coach-1", "")) {
            String last = first.next().id();
            assertThat(reference.next().name()).isEqualTo("ready");
            Thread reading = Thread.ofVirtual().start(() -> reference.items(steady));
            List<Thread> telling = List.of(Thread.ofVirtual().start(() -> tellMany(new Random(1), 300)));

            int connections = 0;
            while (connections < 220 || telling.stream().anyMatch(Thread::isAlive) || broken.size() < steady.size()) {
                last = readSome(last, chance.nextInt(4), broken);
                connections++;
            }
            String end = "the end " + chance.nextLong();
            journal.append("client-21", aCheckIn().note(end).event());
            await().atMost(LONG).until(() -> steady.toString().contains(end));
            while (!broken.toString().contains(end)) {
                last = readSome(last, 1 + chance.nextInt(4), broken);
            }
            reference.hangUp();
            await().atMost(LONG).until(() -> !reading.isAlive());

            assertThat(connections).isGreaterThanOrEqualTo(220);
            assertThat(broken).containsExactlyElementsOf(steady).doesNotHaveDuplicates();
            assertThat(steady).hasSizeGreaterThan(200);
        }
    }

    @Test
    void showsWhatAReloadShows() {
        grant("client-25", Scope.PULSE, Scope.TEXT, Scope.CONFLICTS);
        try (StreamClient stream = StreamClient.open(service, "coach-1", "")) {
            assertThat(stream.next().name()).isEqualTo("ready");
            ConflictStory story = aConflict().arousal(5).goingOn();
            journal.append("client-25", story.event());
            journal.append("client-25", anEntry(story.id(), EntryKind.TIME_OUT));

            List<JsonNode> streamed = new ArrayList<>();
            while (streamed.size() < 3) {
                StreamClient.Frame frame = stream.next();
                if (frame.json().get("client").asString().equals("client-25")) {
                    streamed.add(frame.json().get("item"));
                }
            }
            JsonNode listed = service.read("coach-1", "/api/v1/clients/client-25/feed").get("items");
            assertThat(streamed).containsExactlyInAnyOrderElementsOf(listed.valueStream().toList());
        }
    }

    @Test
    void showsOtherCoachesAndUnsharedThingsNothing() {
        grant("client-26", Scope.PULSE);
        journal.append("client-27", consent("coach-2", Scope.PULSE));
        try (StreamClient stream = StreamClient.open(service, "coach-1", "")) {
            assertThat(stream.next().name()).isEqualTo("ready");
            journal.append("client-27", aCheckIn().note("for coach-2").event());
            journal.append("client-26", aCheckIn().sharedWith(Audience.PARTNER).event());
            journal.append("client-26", aConflict().arousal(1).event());
            journal.append("client-26", aCheckIn().mood(5).note("words that stay hidden").event());

            StreamClient.Frame frame = stream.nextOf("client-26");

            assertThat(frame.json().get("item").get("kind").asString()).isEqualTo("check-in");
            assertThat(frame.json().get("item").get("mood").asInt()).isEqualTo(5);
            assertThat(frame.data()).doesNotContain("hidden");
        }
    }

    @Test
    void stopsShowingAClientWhoWithdraws() {
        grant("client-28", Scope.TEXT);
        grant("client-29", Scope.TEXT);
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        try (StreamClient stream = StreamClient.open(service, "coach-1", "")) {
            assertThat(stream.next().name()).isEqualTo("ready");
            Thread.ofVirtual().start(() -> stream.items(seen));
            tellInTurns("before", 1, seen);
            assertThat(seen).anyMatch(item -> item.contains("28 before 0"));

            journal.append("client-28", noConsents());
            String told = "before";
            for (int round = 0; shows(seen, "28 " + told); round++) {
                told = "round " + round;
                tellInTurns(told, 1, seen);
            }
            tellInTurns("after", 5, seen);
            assertThat(seen).noneMatch(item -> item.contains("28 after"));
        }
    }

    @Test
    void asksTheConsentAlsoForWhatHappenedBeforeItWasWithdrawn() {
        grant("client-30", Scope.TEXT);
        grant("client-29", Scope.TEXT);
        try (StreamClient stream = StreamClient.open(service, "coach-1", "")) {
            String begin = stream.next().id();
            journal.append("client-30", aCheckIn().note("shared then").event());
            assertThat(stream.nextOf("client-30").data()).contains("shared then");
            Position withdrawn = journal.append("client-30", noConsents());
            await().atMost(LONG).until(() -> !service.read("coach-1", "/api/v1/caseload", withdrawn).toString()
                    .contains("client-30"));
            Queue<String> seen = new ConcurrentLinkedQueue<>();
            await().atMost(LONG).until(() -> {
                seen.clear();
                readAgain(begin, seen);
                return seen.stream().noneMatch(item -> item.contains("shared then"));
            });
        }
    }

    private static boolean shows(Collection<String> seen, String text) {
        return seen.stream().anyMatch(item -> item.contains(text));
    }

    /** Both tell something, again and again, until what client-29 told last is seen. */
    private static void tellInTurns(String what, int times, Collection<String> seen) {
        for (int i = 0; i < times; i++) {
            String told = what + " " + i;
            journal.append("client-28", aCheckIn().note("28 " + told).event());
            journal.append("client-29", aCheckIn().note("29 " + told).event());
            await().atMost(LONG).until(() -> seen.stream().anyMatch(item -> item.contains("29 " + told)));
        }
    }

    /** All that a stream shows since then, up to something that client-29 tells now. */
    private static void readAgain(String since, Collection<String> seen) {
        String end = "the end at " + System.nanoTime();
        journal.append("client-29", aCheckIn().note(end).event());
        try (StreamClient stream = StreamClient.open(service, "coach-1", since)) {
            StreamClient.Frame frame = stream.next();
            while (!frame.data().contains(end)) {
                seen.add(frame.data());
                frame = stream.next();
            }
        }
    }

    @Test
    void tellsWhoWasAwayTooLongToLoadAfresh() {
        try (StreamClient stream = StreamClient.open(service, "coach-1", "not-a-position")) {
            assertThat(stream.next().name()).isEqualTo("reset");
            assertThat(stream.next().name()).isEqualTo("ready");
        }
    }

    private static void grant(String client, Scope... scopes) {
        service.read("coach-1", "/api/v1/caseload", journal.append(client, consent("coach-1", scopes)));
    }

    private static void tellMany(Random chance, int many) {
        for (int i = 0; i < many; i++) {
            String client = "client-" + (21 + chance.nextInt(4));
            switch (chance.nextInt(5)) {
                case 0 -> journal.append(client, aConflict().arousal(1 + chance.nextInt(5)).event());
                case 1 -> journal.append(client, aCheckIn().sharedWith().event());
                default -> journal.append(client, aCheckIn().mood(1 + chance.nextInt(5))
                        .understood(1 + chance.nextInt(5)).note("note " + i).event());
            }
        }
    }

    /** Connects where it broke off, reads a few frames and breaks off again. */
    private static String readSome(String last, int frames, List<String> seen) {
        String reached = last;
        try (StreamClient stream = StreamClient.open(service, "coach-1", last)) {
            for (int i = 0; i < frames; i++) {
                StreamClient.Frame frame = stream.nextWithin(Duration.ofMillis(300));
                if (frame == null) {
                    break;
                }
                assertThat(frame.name()).isNotEqualTo("reset");
                if (frame.name().equals("item")) {
                    seen.add(frame.json().get("item").toString());
                }
                reached = frame.id();
            }
        }
        return reached;
    }
}
