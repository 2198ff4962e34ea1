package attune.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import attune.events.Log;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While clients tell, every process of the system but the sign-in and the mail catcher is killed ({@code kill -9}) at
 * random moments. Afterwards nothing is missing, nothing is there twice, and all that the services have made can be made
 * again from the logs. {@code -Dattune.kills.seed=N} repeats the same choices, {@code -Dattune.kills.rounds=N} kills each
 * of them so often.
 */
@Order(1)
class KillsIT {

    private static final int CLIENTS = 25;
    private static final int ROUNDS = Integer.getInteger("attune.kills.rounds", 1);
    private static final int LONGEST_WAIT_MILLIS = 2_500;

    private final long seed = Long.getLong("attune.kills.seed", new Random().nextLong(1_000_000));
    private final Random random = new Random(seed);
    private final Map<String, Object> figures = new TreeMap<>();

    @Test
    void losesAndDoublesNothingWhateverDies() throws Exception {
        try (House house = House.start(SharedHouse.folder("kills"));
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            List<Visitor> clients = IntStream.rangeClosed(1, CLIENTS).mapToObj(n -> new Visitor(house, "client-" + n))
                    .toList();
            clients.forEach(client -> {
                client.consent();
                client.wantMail();
            });
            Quiet quiet = new Quiet(house);
            String poison = poison(house);
            Outbox outbox = Outbox.of(clients, seed);
            try (outbox) {
                for (List<String> victims : victims(house)) {
                    kill(house, victims, clock);
                    noPositionIsPastItsLog(quiet);
                }
                outbox.finish();
            }
            long healed = System.nanoTime();
            quiet.await();
            figures.put("seconds from the last write to quiet",
                    Duration.ofNanos(System.nanoTime() - healed).toSeconds());
            check(house, quiet, outbox, clients, poison);
            rebuild(house, quiet);
            System.out.println("kills, seed " + seed + ": " + figures);
        } catch (AssertionError e) {
            throw new AssertionError("With the seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** Everybody once a round, in random order, two at a time. */
    private List<List<String>> victims(House house) {
        List<String> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> everybody = new ArrayList<>(house.services());
            everybody.addAll(List.of(House.BROKER, House.DATABASE));
            Collections.shuffle(everybody, random);
            all.addAll(everybody);
        }
        figures.put("kills", all.size());
        return IntStream.range(0, all.size() / 2).mapToObj(i -> all.subList(2 * i, 2 * i + 2)).toList();
    }

    private void kill(House house, List<String> victims, ScheduledExecutorService clock) throws Exception {
        for (String victim : Set.copyOf(victims)) {
            after(random.nextInt(LONGEST_WAIT_MILLIS), clock);
            house.process(victim).kill();
        }
        after(random.nextInt(LONGEST_WAIT_MILLIS), clock);
        Set.copyOf(victims).forEach(victim -> house.process(victim).start());
        Set.copyOf(victims).forEach(house::awaitReady);
        house.services().forEach(house::awaitReady);
    }

    private static void after(int millis, ScheduledExecutorService clock)
            throws ExecutionException, InterruptedException {
        clock.schedule(() -> {}, millis, TimeUnit.MILLISECONDS).get();
    }

    private static void noPositionIsPastItsLog(Quiet quiet) {
        assertThat(quiet.standings()).allSatisfy(one -> assertThat(one.next()).as(one.fold().name())
                .isLessThanOrEqualTo(one.end()));
    }

    /** One record that is no event: it must become the only dead letter, and hinder nobody. */
    private static String poison(House house) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", house.brokers(),
                "acks", "all"), new ByteArraySerializer(), new ByteArraySerializer())) {
            var stands = producer.send(new ProducerRecord<>(Log.JOURNAL.topic(), bytes("client-1"), bytes("{"))).get();
            return "journal-%d@%d".formatted(stands.partition(), stands.offset());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void check(House house, Quiet quiet, Outbox outbox, List<Visitor> clients, String poison)
            throws IOException {
        assertThat(outbox.faults()).as("answers that a phone cannot understand").isEmpty();
        Promises promises = new Promises(Logs.read(house.brokers()), outbox.acknowledged());
        promises.theJournalHoldsWhatWasAcknowledged(outbox.refused());
        promises.everyDecisionHasItsCause();
        promises.decidesOnce();
        promises.decidesInOrder();
        Visitor coach = new Visitor(house, "coach-1");
        clients.forEach(client -> {
            promises.theListsAreComplete(client);
            promises.theFeedIsComplete(coach, client);
        });
        figures.put("answers by status (0: broken connection)", outbox.answers());
        figures.put("sent more than once", outbox.acknowledged().stream().filter(told -> told.tries() > 1).count());
        figures.putAll(promises.figures());
        promises.assertAll();
        sameAgainIsTheSame(outbox);
        mailsAreNotDoubled(house);
        deadLettersAre(house, quiet, poison);
    }

    private static void sameAgainIsTheSame(Outbox outbox) {
        outbox.acknowledged().stream().filter(told -> told.kind().equals("check-in")).limit(20).forEach(told -> {
            assertThat(told.client().put(told.path(), told.body()).status()).as("the same again").isEqualTo(200);
            Map<String, Object> other = new TreeMap<>(told.body());
            other.put("note", "something else");
            assertThat(told.client().put(told.path(), other).status()).as("another content").isEqualTo(409);
        });
    }

    private void mailsAreNotDoubled(House house) throws IOException {
        List<JsonNode> mails = Web.get(house.mails(), null).expecting(200).json().path("messages").valueStream()
                .toList();
        Set<String> ids = new HashSet<>();
        mails.forEach(mail -> ids.add(messageId(mail)));
        figures.put("mails", mails.size());
        figures.put("mails by Message-ID", ids.size());
        assertThat(ids).doesNotContain("");
        assertThat(ids.size()).isLessThanOrEqualTo(Integer.parseInt(String.valueOf(figures.get("notifications"))));
    }

    private static String messageId(JsonNode mail) {
        return mail.path("headers").propertyStream()
                .filter(header -> header.getKey().equalsIgnoreCase("Message-ID"))
                .map(header -> header.getValue().asString())
                .findFirst()
                .orElse("");
    }

    private static void deadLettersAre(House house, Quiet quiet, String poison) {
        Databases databases = Databases.read(house.databaseAddress(), house.services());
        Set<String> found = new HashSet<>();
        house.services()
                .forEach(service -> found.addAll(databases.collection(service, Databases.DEAD_LETTERS).keySet()));
        Set<String> expected = new HashSet<>();
        quiet.folds().stream().filter(fold -> fold.topic().equals(Log.JOURNAL.topic()))
                .forEach(fold -> expected.add(fold.name() + "/" + poison));
        assertThat(found).as("dead letters").isEqualTo(expected);
    }

    /** The databases are thrown away: the services make the same again, and add nothing to any log. */
    private void rebuild(House house, Quiet quiet) throws IOException {
        Map<String, Map<String, BsonDocument>> before = models(house);
        Map<Log, Long> sizes = Logs.read(house.brokers()).sizes();
        List<String> folding = house.services().stream().filter(service -> !service.equals("gateway")).toList();
        folding.forEach(service -> assertThat(house.process(service).end()).as("end of " + service).isIn(0, 143));
        house.process(House.DATABASE).kill();
        delete(house.dataOf(House.DATABASE));

        house.process(House.DATABASE).start();
        house.awaitReady(House.DATABASE);
        folding.forEach(service -> house.process(service).start());
        folding.forEach(house::awaitReady);
        quiet.await();

        Map<String, Map<String, BsonDocument>> after = models(house);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((collection, documents) -> assertThat(after.get(collection)).as(collection)
                .isEqualTo(documents));
        assertThat(Logs.read(house.brokers()).sizes()).as("records on the logs").isEqualTo(sizes);
        figures.put("documents made again, byte for byte", before.values().stream().mapToInt(Map::size).sum());
        figures.put("records on the logs", sizes);
    }

    private static Map<String, Map<String, BsonDocument>> models(House house) {
        return Databases.read(house.databaseAddress(), house.services()).readModels();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
