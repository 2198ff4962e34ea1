package attune.eventlog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.embedded.EmbeddedKafka;
import attune.embedded.EmbeddedMongo;
import attune.eventlog.TallyFold.Tally;
import attune.eventlog.deadletters.DeadLetter;
import attune.eventlog.deadletters.DeadLetters;
import attune.eventlog.documents.Documents;
import attune.eventlog.folds.Folds;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.records.LogReader;
import attune.events.DecodedEvent.Decoded;
import attune.events.EventId;
import attune.events.Log;
import attune.events.Position;

import static attune.eventlog.Journal.checkIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FoldIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static EmbeddedKafka kafka;
    private static EmbeddedMongo mongo;
    private static ConfigurableApplicationContext service;
    private static Journal journal;

    @BeforeAll
    static void start(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder));
        mongo = EmbeddedMongo.start(EmbeddedMongo.Settings.inMemory());
        service = TallyService.start(kafka.bootstrapServers(), mongo.connectionString("tally"));
        journal = new Journal(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        journal.close();
        service.close();
        mongo.close();
        kafka.close();
    }

    @Test
    void foldsEachEventOnceAndDecidesOnce() {
        Position last = null;
        for (int i = 0; i < 50; i++) {
            last = journal.append(checkIn("anna", new UUID(1, i), 1 + i % 5, null));
        }

        awaitRead(Objects.requireNonNull(last));

        assertThat(tally("anna").count()).isEqualTo(50);
        assertThat(tally("anna").moods()).isEqualTo(150);
        assertThat(decisions("anna")).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void givesATwinNoEffect() {
        journal.append(checkIn("berta", new UUID(2, 1), 3, null));
        journal.append(checkIn("berta", new UUID(2, 1), 5, null));
        awaitRead(journal.append(checkIn("berta", new UUID(2, 2), 4, null)));

        assertThat(tally("berta").count()).isEqualTo(2);
        assertThat(tally("berta").moods()).isEqualTo(7);
    }

    @Test
    void setsAsideWhatItCannotHandleAndGoesOn() {
        Position broken = journal.append(checkIn("clara", new UUID(3, 1), 5, "break"));
        Position garbage = journal.append(new ProducerRecord<>(Log.JOURNAL.topic(), bytes("clara"), bytes("{")));
        Position keyless = journal.append(new ProducerRecord<>(Log.JOURNAL.topic(), broken.partition(), null,
                bytes("{}")));
        Position tombstone = journal.append(new ProducerRecord<>(Log.JOURNAL.topic(), bytes("clara"), null));
        awaitRead(journal.append(checkIn("clara", new UUID(3, 2), 4, null)));

        assertThat(tally("clara").count()).isEqualTo(1);
        assertThat(tally("clara").incomplete()).isTrue();
        List<DeadLetter> letters = service.getBean(DeadLetters.class).all().collectList().block(LONG);
        assertThat(letters).extracting(DeadLetter::position).contains(broken, garbage, keyless, tombstone);
    }

    @Test
    void marksWhoseEventCannotBeRead() {
        journal.append(new ProducerRecord<>(Log.JOURNAL.topic(), bytes("carl"), bytes("{")));
        awaitRead(journal.append(checkIn("carl", new UUID(3, 3), 4, null)));

        assertThat(tally("carl").incomplete()).isTrue();
    }

    @Test
    void countsAndSkipsWhatANewerServiceWrites() {
        ProducerRecord<byte[], byte[]> newer = new ProducerRecord<>(Log.JOURNAL.topic(), bytes("dora"),
                bytes("{\"x\":1}"));
        newer.headers().add("ce_type", bytes("dream.told.v1"));
        journal.append(newer);
        awaitRead(journal.append(checkIn("dora", new UUID(4, 1), 4, null)));

        assertThat(tally("dora").count()).isEqualTo(1);
        assertThat(tally("dora").incomplete()).isFalse();
    }

    @Test
    void rebuildsTheSameBytesAndAppendsNothing() {
        awaitRead(journal.append(checkIn("emma", new UUID(5, 1), 4, null)));
        awaitRead(journal.append(checkIn("emma", new UUID(5, 2), 2, "a note")));
        List<BsonDocument> before = stored();
        long appended = appended();

        service.getBean(Folds.class).rebuild("tally");

        await().atMost(LONG).until(() -> rebuilds() == 4 && stored().equals(before));
        assertThat(appended()).isEqualTo(appended);
    }

    @Test
    void foldsAgainWhatTheDatabaseHasForgotten() {
        awaitRead(journal.append(checkIn("frida", new UUID(6, 1), 1, null)));
        List<BsonDocument> positions = all("positions");
        List<BsonDocument> tallies = all("tallies");
        List<BsonDocument> seen = all("seen");
        awaitRead(journal.append(checkIn("frida", new UUID(6, 2), 2, null)));

        putBack("seen", seen);
        putBack("tallies", tallies);
        putBack("positions", positions);
        journal.append(checkIn("frida", new UUID(6, 3), 4, null));

        await().atMost(LONG).untilAsserted(() -> assertThat(tally("frida").moods()).isEqualTo(7));
        putBack("seen", seen);
        putBack("tallies", tallies);
        putBack("positions", positions);
        await().atMost(LONG).untilAsserted(() -> assertThat(tally("frida").moods()).as("without another event")
                .isEqualTo(7));
        assertThat(decisions("frida")).hasSize(3).doesNotHaveDuplicates();
    }

    private static List<BsonDocument> all(String collection) {
        try (var client = MongoClients.create(mongo.connectionString("tally"))) {
            return Objects.requireNonNull(Flux.from(client.getDatabase("tally")
                    .getCollection(collection, BsonDocument.class).find()).collectList().block(LONG));
        }
    }

    /** As a database that lost its last moments, or was restored. */
    private static void putBack(String collection, List<BsonDocument> documents) {
        try (var client = MongoClients.create(mongo.connectionString("tally"))) {
            var all = client.getDatabase("tally").getCollection(collection, BsonDocument.class);
            List<BsonValue> kept = documents.stream().map(document -> document.get("_id")).toList();
            Mono.from(all.deleteMany(Filters.nin("_id", kept))).block(LONG);
            documents.forEach(document -> Mono.from(all.replaceOne(Filters.eq("_id", document.get("_id")), document,
                    new ReplaceOptions().upsert(true))).block(LONG));
        }
    }

    private static double rebuilds() {
        return service.getBean(MeterRegistry.class).find("attune.fold.rebuilds").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static List<BsonDocument> stored() {
        try (var client = MongoClients.create(mongo.connectionString("tally"))) {
            return Objects.requireNonNull(Flux.concat(
                    client.getDatabase("tally").getCollection("tallies", BsonDocument.class).find(),
                    client.getDatabase("tally").getCollection("seen", BsonDocument.class).find())
                    .sort(java.util.Comparator.comparing((BsonDocument d) -> d.getString("_id").getValue()))
                    .collectList().block(LONG));
        }
    }

    private static long appended() {
        LogReader reader = service.getBean(LogReader.class);
        long sum = 0;
        for (int partition = 0; partition < 4; partition++) {
            sum += reader.extent(Log.COACHING, partition).end();
        }
        return sum;
    }

    private static void awaitRead(Position position) {
        await().atMost(LONG)
                .until(() -> Boolean.TRUE.equals(service.getBean(ReadYourWrites.class).await(position).block(LONG)));
    }

    private static Tally tally(String person) {
        return Objects.requireNonNull(
                service.getBean(Documents.class).find(TallyFold.TALLIES, person).block(LONG));
    }

    private static List<EventId> decisions(String person) {
        List<EventId> ids = new ArrayList<>();
        for (int partition = 0; partition < 4; partition++) {
            service.getBean(LogReader.class).readToEnd(Log.COACHING, partition, 0, record -> {
                if (record.decoded() instanceof Decoded decoded
                        && decoded.envelope().person().value().equals(person)) {
                    ids.add(decoded.envelope().id());
                }
            });
        }
        return ids;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
