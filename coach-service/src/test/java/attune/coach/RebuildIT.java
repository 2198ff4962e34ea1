package attune.coach;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import attune.coach.Told.ConflictStory;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.EntryKind;
import attune.events.Log;
import attune.events.Position;
import attune.events.RiskTier;
import attune.events.Scope;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static attune.coach.Told.consent;
import static attune.coach.Told.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever loses the database makes it again from the logs: the same documents, and no decision more. What people need
 * care for is among what is told.
 */
class RebuildIT {

    private static final List<String> OF_NO_FOLD = List.of("positions", "dead-letters");

    private static final List<RiskTier> TIERS = List.of(RiskTier.S0, RiskTier.S1, RiskTier.S1, RiskTier.S2,
            RiskTier.S3);

    private static Journal journal;

    @BeforeAll
    static void start() {
        journal = new Journal();
    }

    @AfterAll
    static void stop() {
        journal.close();
    }

    @Test
    void makesTheSameDocumentsFromTheLogsAndAppendsNothing() {
        Map<String, Map<String, BsonDocument>> first;
        Map<Integer, Long> decided;
        try (RunningService service = RunningService.onDatabase("before-rebuild")) {
            tellMany(new Random(7), 200);
            settled(service);
            first = documents("before-rebuild");
            decided = journal.ends(Log.COACHING);
        }
        try (RunningService service = RunningService.onDatabase("after-rebuild")) {
            settled(service);

            assertThat(journal.ends(Log.COACHING)).isEqualTo(decided);
            assertThat(documents("after-rebuild")).isEqualTo(first);
            assertThat(first.get("suggestions")).isNotEmpty();
            assertThat(first.getOrDefault("gates", Map.of()).values())
                    .anyMatch(gate -> gate.toString().contains("\"tier\": \"s3\""));
            assertThat(first.get("feedCheckIns")).isNotEmpty();
        }
    }

    private static void tellMany(Random chance, int many) {
        for (int i = 0; i < many; i++) {
            String client = "client-" + (31 + chance.nextInt(8));
            switch (chance.nextInt(6)) {
                case 0 -> {
                    ConflictStory story = aConflict().arousal(1 + chance.nextInt(5));
                    journal.append(client, story.event());
                    journal.append(client, anEntry(story.id(), EntryKind.UNDERSTOOD, 1 + chance.nextInt(5)));
                }
                case 1 -> journal.append(client, consent("coach-1", Scope.PULSE, Scope.CONFLICTS));
                case 2 -> journal.append(client, aCheckIn().mood(1 + chance.nextInt(5)).note("a note")
                        .understood(1).event(found(TIERS.get(chance.nextInt(TIERS.size())))));
                default -> journal.append(client, aCheckIn().mood(1 + chance.nextInt(5)).words("guilty")
                        .understood(1 + chance.nextInt(5)).event());
            }
        }
    }

    /** What follows from the journal stands on the coaching log, and so does what follows from that. */
    private static void settled(RunningService service) {
        caughtUp(service, Log.JOURNAL);
        Map<Integer, Long> before;
        do {
            before = journal.ends(Log.COACHING);
            caughtUp(service, Log.COACHING);
        } while (!journal.ends(Log.COACHING).equals(before));
    }

    private static void caughtUp(RunningService service, Log log) {
        ReadYourWrites folds = service.bean(ReadYourWrites.class);
        journal.ends(log).forEach((partition, end) -> await().atMost(Duration.ofSeconds(90))
                .until(() -> end == 0 || Boolean.TRUE.equals(folds.await(new Position(log, partition, end - 1))
                        .block(Duration.ofSeconds(20)))));
    }

    /** All documents by collection and id. */
    private static Map<String, Map<String, BsonDocument>> documents(String name) {
        try (MongoClient client = MongoClients.create(Surroundings.MONGO.connectionString(name))) {
            MongoDatabase database = client.getDatabase(name);
            Map<String, Map<String, BsonDocument>> all = new TreeMap<>();
            List<String> collections = Flux.from(database.listCollectionNames()).collectList()
                    .blockOptional(Duration.ofSeconds(20)).orElseThrow();
            for (String collection : collections) {
                if (!OF_NO_FOLD.contains(collection)) {
                    all.put(collection, Flux.from(database.getCollection(collection, BsonDocument.class).find())
                            .collectMap(document -> document.getString("_id").getValue())
                            .blockOptional(Duration.ofSeconds(20)).orElseThrow());
                }
            }
            return all;
        }
    }
}
