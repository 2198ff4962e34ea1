package attune.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What Attune asks of a MongoDB, whichever it is. A query that is not in here needs a test before it is used. */
abstract class MongoContract {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private MongoClient client;
    private MongoCollection<Document> things;

    /** The connection string of the server under test, without a database. */
    abstract String server();

    @BeforeEach
    void connect() {
        client = MongoClients.create(server());
        things = client.getDatabase("attune-contract").getCollection("things");
        runWithoutAnswer(things.drop());
    }

    @AfterEach
    void disconnect() {
        runWithoutAnswer(client.getDatabase("attune-contract").drop());
        client.close();
    }

    @Test
    void findsByKey() {
        insert(thing("a", 1), thing("b", 2));

        assertThat(find("b")).containsEntry("v", 2);
        assertThat(Mono.from(things.find(eq("c")).first()).blockOptional()).isEmpty();
    }

    @Test
    void findsManyKeysInSeveralBatches() {
        insert(IntStream.range(0, 1200).mapToObj(n -> thing("k" + n, n)).toArray(Document[]::new));
        List<String> keys = IntStream.range(0, 1200).filter(n -> n % 2 == 0).mapToObj(n -> "k" + n).toList();

        assertThat(all(things.find(in("_id", keys)).batchSize(100))).extracting(found -> found.getString("_id"))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(all(things.find())).hasSize(1200);
    }

    @Test
    void narrowsByFurtherConditionsBesideTheKey() {
        insert(thing("a", 1).append("open", true), thing("b", 2).append("open", false), thing("c", 3));

        assertThat(all(things.find(and(in("_id", "a", "b", "c"), eq("open", true))).batchSize(10))).singleElement()
                .satisfies(found -> assertThat(found).containsEntry("_id", "a"));
        assertThat(all(things.find(new Document("_id", new Document("$in", List.of("b", "c"))).append("v",
                new Document("$gte", 3))))).singleElement()
                .satisfies(found -> assertThat(found).containsEntry("_id", "c"));
    }

    @Test
    void replacesOnlyTheVersionThatWasRead() {
        insert(thing("a", 7));

        UpdateResult first = run(things.replaceOne(and(eq("a"), eq("v", 7)), thing("a", 8)));
        UpdateResult late = run(things.replaceOne(and(eq("a"), eq("v", 7)), thing("a", 9)));

        assertThat(first.getMatchedCount()).isEqualTo(1);
        assertThat(late.getMatchedCount()).isZero();
        assertThat(find("a")).containsEntry("v", 8);
    }

    @Test
    void tellsOfABulkWhichWritesLost() {
        insert(thing("old", 1), thing("newer", 5), thing("there", 1));

        MongoBulkWriteException fault = catchThrowableOfType(MongoBulkWriteException.class,
                () -> run(things.bulkWrite(List.of(
                        new ReplaceOneModel<>(and(eq("old"), eq("v", 1)), thing("old", 2)),
                        new InsertOneModel<>(thing("there", 9)),
                        new ReplaceOneModel<>(and(eq("newer"), eq("v", 4)), thing("newer", 99)),
                        new InsertOneModel<>(thing("fresh", 1))), UNORDERED)));

        assertThat(fault.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(11_000);
        });
        BulkWriteResult result = fault.getWriteResult();
        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(find("old")).containsEntry("v", 2);
        assertThat(find("newer")).containsEntry("v", 5);
        assertThat(find("there")).containsEntry("v", 1);
        assertThat(find("fresh")).containsEntry("v", 1);
    }

    @Test
    void writesABulkWithoutLosers() {
        insert(thing("a", 1), thing("b", 1));

        BulkWriteResult result = run(things.bulkWrite(List.of(
                new ReplaceOneModel<>(and(eq("a"), eq("v", 1)), thing("a", 2)),
                new ReplaceOneModel<>(and(eq("b"), eq("v", 1)), thing("b", 2)),
                new InsertOneModel<>(thing("c", 1))), UNORDERED));

        assertThat(result.getMatchedCount()).isEqualTo(2);
        assertThat(result.getInsertedCount()).isEqualTo(1);
    }

    @Test
    void goesOnBehindDuplicatesAndNamesEachOfThem() {
        insert(thing("b", 1), thing("d", 1));

        MongoBulkWriteException fault = catchThrowableOfType(MongoBulkWriteException.class,
                () -> run(things.insertMany(List.of(thing("a", 1), thing("b", 2), thing("c", 1), thing("d", 2)),
                        new InsertManyOptions().ordered(false))));

        assertThat(fault.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1, 3);
        assertThat(fault.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(all(things.find())).hasSize(4);
    }

    @Test
    void renewsTakesAndGivesBackLeasesInOneBulk() {
        insert(lease("mine", "me", 3), lease("late", "me", 9), lease("lost", "other", 1), lease("dead", "other", 5),
                lease("alive", "other", 6), lease("given back", "me", 3), lease("there", "other", 1));

        MongoBulkWriteException fault = catchThrowableOfType(MongoBulkWriteException.class,
                () -> run(things.bulkWrite(List.of(
                        renewal("mine", 4), renewal("late", 4), renewal("lost", 4), taking("dead", 5),
                        taking("alive", 5), new InsertOneModel<>(lease("there", "me", 4)),
                        new DeleteOneModel<>(and(eq("given back"), eq("owner", "me"))),
                        new DeleteOneModel<>(and(eq("lost"), eq("owner", "me")))), UNORDERED)));

        assertThat(fault.getWriteErrors()).singleElement()
                .satisfies(error -> assertThat(error.getCode()).isEqualTo(11_000));
        assertThat(all(things.find().batchSize(10))).containsExactlyInAnyOrder(lease("mine", "me", 4),
                lease("late", "me", 9), lease("lost", "other", 1), lease("dead", "me", 4),
                lease("alive", "other", 6), lease("there", "other", 1));
    }

    private static ReplaceOneModel<Document> renewal(String id, int beat) {
        return new ReplaceOneModel<>(and(eq(id), eq("owner", "me"), lt("beat", beat)), lease(id, "me", beat));
    }

    private static ReplaceOneModel<Document> taking(String id, int seen) {
        return new ReplaceOneModel<>(and(eq(id), eq("owner", "other"), eq("beat", seen)), lease(id, "me", 4));
    }

    private static Document lease(String id, String owner, int beat) {
        return new Document("_id", id).append("owner", owner).append("beat", beat);
    }

    @Test
    void refusesASecondDocumentOfOneKey() {
        insert(thing("a", 1));

        assertThatThrownBy(() -> run(things.insertOne(thing("a", 2))))
                .isInstanceOfSatisfying(MongoWriteException.class,
                        fault -> assertThat(fault.getError().getCode()).isEqualTo(11_000));
    }

    @Test
    void updatesFieldsInPlace() {
        insert(thing("a", 1).append("seen", List.of(1, 2)).append("old", true).append("tags", List.of("x", "y"))
                .append("high", 5).append("nested", new Document("count", 1)));

        run(things.updateOne(eq("a"), combine(set("name", "new"), inc("v", 2), unset("old"), max("high", 9),
                inc("nested.count", 10), pushEach("seen", List.of(3, 4), new PushOptions().slice(-3)),
                pull("tags", "x"))));

        assertThat(find("a")).containsEntry("name", "new").containsEntry("v", 3).doesNotContainKey("old")
                .containsEntry("high", 9).containsEntry("nested", new Document("count", 11))
                .containsEntry("seen", List.of(2, 3, 4)).containsEntry("tags", List.of("y"));
    }

    @Test
    void updatesElementsOfAnArray() {
        insert(thing("a", 1).append("items",
                List.of(new Document("id", "x").append("n", 1), new Document("id", "y").append("n", 1))));

        run(things.updateOne(eq("a"), inc("items.$[item].n", 5),
                new UpdateOptions().arrayFilters(List.of(eq("item.id", "y")))));
        run(things.updateOne(and(eq("a"), eq("items.id", "x")), set("items.$.n", 42)));

        assertThat(find("a").getList("items", Document.class)).extracting(item -> item.getInteger("n"))
                .containsExactly(42, 6);
    }

    @Test
    void makesWhatIsMissingWhenAsked() {
        run(things.updateOne(eq("a"), combine(setOnInsert("born", 1), inc("n", 1)), new UpdateOptions().upsert(true)));
        run(things.updateOne(eq("a"), combine(setOnInsert("born", 2), inc("n", 1)), new UpdateOptions().upsert(true)));

        assertThat(find("a")).containsEntry("born", 1).containsEntry("n", 2);
    }

    @Test
    void deletesByKey() {
        insert(thing("a", 1), thing("b", 1));

        assertThat(run(things.deleteOne(eq("a"))).getDeletedCount()).isEqualTo(1);
        assertThat(run(things.deleteOne(eq("a"))).getDeletedCount()).isZero();
        assertThat(all(things.find())).hasSize(1);
    }

    @Test
    void keepsUniqueFieldsUnique() {
        run(things.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true).sparse(true)));
        insert(thing("a", 1).append("email", "x"), thing("b", 1), thing("c", 1));

        assertThatThrownBy(() -> insert(thing("d", 1).append("email", "x")))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(all(things.find(eq("email", "x")))).hasSize(1);
    }

    @Test
    void bringsResultsOfMoreThan48Megabytes() {
        String megabyte = "x".repeat(1024 * 1024);
        for (int n = 0; n < 60; n++) {
            insert(thing("big" + n, n).append("text", megabyte));
        }

        assertThat(Flux.from(things.find().batchSize(500)).map(found -> found.getString("text").length())
                .reduce(0L, Long::sum).block()).isEqualTo(60L * 1024 * 1024);
    }

    @Test
    void countsWithoutATwin() throws Exception {
        insert(thing("counter", 0));
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

        inThreads(16, () -> {
            for (int n = 0; n < 250; n++) {
                numbers.add(run(things.findOneAndUpdate(eq("counter"), inc("v", 1), after)).getInteger("v"));
            }
        });

        assertThat(numbers).hasSize(4000);
        assertThat(find("counter")).containsEntry("v", 4000);
    }

    @Test
    void showsNoHalfUpdate() throws Exception {
        List<String> fields = IntStream.range(0, 50).mapToObj(n -> "f" + n).toList();
        insert(allAt(fields, 0));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int n = 1; n <= 500; n++) {
                    run(things.updateOne(eq("wide"), new Document("$set", allAt(fields, n))));
                }
                done.set(true);
            });
            List<Future<Integer>> readers = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> readWhole(fields, done))).toList();

            writer.get();
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).as("reads").isPositive();
            }
        }
    }

    private int readWhole(List<String> fields, AtomicBoolean done) {
        int reads = 0;
        while (!done.get() || reads == 0) {
            Document found = find("wide");
            assertThat(fields.stream().map(found::get).distinct()).hasSize(1);
            reads++;
        }
        return reads;
    }

    private static Document allAt(List<String> fields, int value) {
        Document document = new Document("_id", "wide");
        fields.forEach(field -> document.append(field, value));
        return document;
    }

    private static void inThreads(int threads, Runnable work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                running.add(executor.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private static Document thing(String id, int version) {
        return new Document("_id", id).append("v", version);
    }

    private void insert(Document... documents) {
        run(things.insertMany(List.of(documents), new InsertManyOptions().ordered(false)));
    }

    private Document find(String id) {
        return Mono.from(things.find(eq(id)).first()).blockOptional().orElseThrow();
    }

    private static List<Document> all(Publisher<Document> found) {
        return Objects.requireNonNull(Flux.from(found).collectList().block());
    }

    final MongoCollection<Document> things() {
        return things;
    }

    final MongoClient client() {
        return client;
    }

    /** Runs one command and waits for its answer. */
    static <T> T run(Publisher<T> command) {
        return Mono.from(command).blockOptional().orElseThrow();
    }

    private static void runWithoutAnswer(Publisher<Void> command) {
        Mono.from(command).block();
    }
}
