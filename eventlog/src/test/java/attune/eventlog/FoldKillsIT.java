package attune.eventlog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import attune.embedded.KafkaProcess;
import attune.embedded.MongoProcess;
import attune.eventlog.append.AppendMetrics;
import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.folds.FoldStep;
import attune.eventlog.metrics.Stages;
import attune.eventlog.records.LogReader;
import attune.eventlog.traces.Traces;
import attune.events.Cause;
import attune.events.DecodedEvent.Decoded;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills the service, the broker and the database with {@code kill -9}, at random moments and at each step of a batch,
 * while events flow; then counts. Shows I1, I2, I3, I6, I7, I13 and I14 for the machinery.
 */
class FoldKillsIT {

    private static final Logger LOGGER = LoggerFactory.getLogger(FoldKillsIT.class);
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int PEOPLE = 8;
    private static final int PARTITIONS = 4;
    private static final int PORT_KAFKA = 0;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("attune.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<UUID, Envelope<CheckInRecorded>> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final EventCodec codec = new EventCodec();
    private ChildProcess kafka;
    private ChildProcess mongo;
    private ChildProcess service;
    private String kafkaAddress;
    private String mongoAddress;
    private int kafkaPort = PORT_KAFKA;
    private int mongoPort;

    @BeforeEach
    void start() {
        startKafka();
        startMongo("database");
        service = startService(List.of());
        service.awaitReady();
    }

    @AfterEach
    void stop() {
        writing.set(false);
        List.of(service, mongo, kafka).forEach(ChildProcess::close);
    }

    @Test
    void losesNothingAndDoublesNothingWhateverIsKilled() throws InterruptedException {
        LOGGER.info("Seed {}", seed);
        Thread writer = Thread.ofPlatform().start(this::write);
        List<Runnable> faults = new ArrayList<>();
        for (FoldStep step : FoldStep.values()) {
            faults.add(() -> crashAt(step));
        }
        faults.add(this::killService);
        faults.add(this::killService);
        faults.add(this::killMongo);
        faults.add(this::killMongo);
        faults.add(this::killMongo);
        faults.add(this::killKafka);
        faults.add(this::killKafka);
        java.util.Collections.shuffle(faults, random);
        for (Runnable fault : faults) {
            awaitMore(random.nextInt(5, 80));
            fault.run();
        }
        awaitMore(50);
        writing.set(false);
        writer.join();

        await().atMost(LONG).untilAsserted(() -> assertThat(checkInsFolded()).isEqualTo(byPerson()));
        Map<EventId, List<Envelope<?>>> decisions = decisions();
        Set<EventId> causes = new HashSet<>();
        decisions.values().forEach(twins -> causes.add(cause(twins.getFirst()).id()));
        assertThat(causes).as("each event has its decision, and no decision lacks its event")
                .isEqualTo(idsOfAcknowledged());
        assertThat(decisions).hasSameSizeAs(acknowledged);
        long twins = decisions.values().stream().mapToLong(same -> same.size() - 1L).sum();
        LOGGER.info("{} faults, {} events, {} decisions, {} twins on the log", faults.size(), acknowledged.size(),
                decisions.size(), twins);
        assertThat(twins).as("twins are rare: only answers of the broker that got lost").isLessThan(faults.size() * 5L);

        rebuildsTheSame();
    }

    private void rebuildsTheSame() {
        List<BsonDocument> before = documents();
        long appended = end(Log.COACHING);
        service.kill();
        mongo.kill();
        startMongo("empty");
        service = startService(List.of());
        service.awaitReady();

        await().atMost(LONG).untilAsserted(() -> assertThat(documents()).isEqualTo(before));
        assertThat(end(Log.COACHING)).isEqualTo(appended);
    }

    /** One after the other; what was not acknowledged is sent again under the same id until it is. */
    private void write() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (EventAppender appender = new EventAppender(Log.JOURNAL, producer(), codec, Duration.ofSeconds(3),
                new AppendMetrics(registry, new Stages(registry, Clock.fixed(Journal.START, ZoneOffset.UTC))),
                Traces.none())) {
            for (int i = 0; writing.get(); i++) {
                UUID id = new UUID(7, i);
                Envelope<CheckInRecorded> event = Journal.checkIn("person-" + i % PEOPLE, id, 1 + i % 5, "note " + i);
                while (!(appender.append(event).block(LONG) instanceof Appended)) {
                    Thread.onSpinWait();
                }
                acknowledged.put(id, event);
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", kafkaAddress, "acks", "all", "max.block.ms", "500",
                "request.timeout.ms", "1500", "delivery.timeout.ms", "2500", "linger.ms", "0",
                "reconnect.backoff.max.ms", "300"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void crashAt(FoldStep step) {
        service.kill();
        service = startService(List.of("-Dattune.test.crash=" + step + ":" + random.nextInt(1, 6)));
        await().atMost(LONG).until(() -> !service.isAlive());
        service = startService(List.of());
        service.awaitReady();
    }

    private void killService() {
        service.kill();
        service = startService(List.of());
        service.awaitReady();
    }

    private void killMongo() {
        mongo.kill();
        startMongo("database");
    }

    private void killKafka() {
        kafka.kill();
        startKafka();
    }

    private void startKafka() {
        kafka = ChildProcess.start(KafkaProcess.class, List.of(),
                List.of("--folder=" + folder.resolve("log"), "--port=" + kafkaPort,
                        "--topics=attune.journal,attune.coaching,attune.deliveries", "--partitions=" + PARTITIONS));
        kafkaAddress = kafka.awaitReady();
        kafkaPort = Integer.parseInt(kafkaAddress.substring(kafkaAddress.lastIndexOf(':') + 1));
    }

    private void startMongo(String name) {
        mongo = ChildProcess.start(MongoProcess.class, List.of(),
                List.of("--folder=" + folder.resolve(name), "--port=" + mongoPort));
        mongoAddress = mongo.awaitReady();
        mongoPort = java.net.URI.create(mongoAddress).getPort();
    }

    private ChildProcess startService(List<String> flags) {
        return ChildProcess.start(TallyProcess.class, flags, List.of(kafkaAddress, mongoAddress + "tally"));
    }

    private void awaitMore(int events) {
        int before = acknowledged.size();
        await().atMost(LONG).until(() -> acknowledged.size() >= before + events);
    }

    private Map<String, List<Long>> byPerson() {
        Map<String, List<Long>> expected = new HashMap<>();
        acknowledged.values().forEach(event -> expected.merge(event.person().value(),
                List.of(1L, (long) event.event().mood()), FoldKillsIT::sum));
        return expected;
    }

    private static List<Long> sum(List<Long> left, List<Long> right) {
        return List.of(left.get(0) + right.get(0), left.get(1) + right.get(1));
    }

    private Map<String, List<Long>> checkInsFolded() {
        Map<String, List<Long>> folded = new HashMap<>();
        find("tallies").forEach(document -> folded.put(document.getString("_id").getValue(),
                List.of(document.getDocument("s").getNumber("count").longValue(),
                        document.getDocument("s").getNumber("moods").longValue())));
        return folded;
    }

    private List<BsonDocument> documents() {
        List<BsonDocument> all = new ArrayList<>(find("tallies"));
        all.addAll(find("seen"));
        all.sort(Comparator.comparing(document -> document.getString("_id").getValue()));
        return all;
    }

    private List<BsonDocument> find(String collection) {
        try (var client = MongoClients.create(mongoAddress)) {
            return Objects.requireNonNull(Flux.from(
                    client.getDatabase("tally").getCollection(collection, BsonDocument.class).find().batchSize(500))
                    .collectList().block(LONG));
        }
    }

    private Set<EventId> idsOfAcknowledged() {
        Set<EventId> ids = new HashSet<>();
        acknowledged.values().forEach(event -> ids.add(event.id()));
        return ids;
    }

    private Map<EventId, List<Envelope<?>>> decisions() {
        Map<EventId, List<Envelope<?>>> found = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            reader().readToEnd(Log.COACHING, partition, 0, record -> {
                Envelope<?> envelope = ((Decoded) record.decoded()).envelope();
                found.computeIfAbsent(envelope.id(), _ -> new ArrayList<>()).add(envelope);
            });
        }
        return found;
    }

    private static Cause cause(Envelope<?> decision) {
        return Objects.requireNonNull(decision.cause());
    }

    private long end(Log log) {
        long sum = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            sum += reader().extent(log, partition).end();
        }
        return sum;
    }

    private LogReader reader() {
        return new LogReader(() -> new KafkaConsumer<>(Map.of("bootstrap.servers", kafkaAddress),
                new ByteArrayDeserializer(), new ByteArrayDeserializer()), codec, LONG);
    }
}
