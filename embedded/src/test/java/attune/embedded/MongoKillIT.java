package attune.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Kills the database again and again while somebody writes states, then a position, as a fold does. The position that is
 * found afterwards must never be ahead of a state: such a batch would be lost without a trace.
 */
class MongoKillIT {

    private static final int KILLS = 12;
    private static final int STATES = 20;

    @Test
    void neverKeepsAPositionWithoutItsStates(@TempDir Path folder) throws InterruptedException {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        long position = 0;
        long furthest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (OwnProcess mongo = OwnProcess.start(MongoProcess.class, "--folder=" + folder);
                    MongoClient client = client(mongo)) {
                position = requireStatesUpToPosition(client);
                furthest = Math.max(furthest, position);
                writeUntilKilled(mongo, client, position, Duration.ofMillis(700 + random.nextInt(1500)));
            }
        }
        assertThat(furthest).as("the writer got somewhere between the kills").isGreaterThan(100);
    }

    private static long requireStatesUpToPosition(MongoClient client) {
        long position = numberOf(positions(client), "fold");
        for (long n = Math.max(1, position - STATES + 1); n <= position; n++) {
            assertThat(numberOf(states(client), "state-" + n % STATES))
                    .as("state of write %s at position %s", n, position)
                    .isGreaterThanOrEqualTo(n);
        }
        return position;
    }

    private static void writeUntilKilled(OwnProcess mongo, MongoClient client, long from, Duration life)
            throws InterruptedException {
        AtomicLong written = new AtomicLong(from);
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                for (long n = from + 1;; n++) {
                    write(states(client), "state-" + n % STATES, n);
                    write(positions(client), "fold", n);
                    written.set(n);
                    begun.countDown();
                }
            } catch (MongoException _) {
                begun.countDown(); // killed
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatCode(() -> writer.join(life)).doesNotThrowAnyException();
        mongo.kill();
        assertThat(writer.join(Duration.ofSeconds(30))).isTrue();
        assertThat(written.get()).isGreaterThan(from);
    }

    private static void write(MongoCollection<Document> collection, String id, long n) {
        Mono.from(collection.replaceOne(new Document("_id", id),
                new Document("_id", id).append("n", n).append("padding", "x".repeat(500)),
                new ReplaceOptions().upsert(true))).block();
    }

    private static long numberOf(MongoCollection<Document> collection, String id) {
        return Mono.from(collection.find(new Document("_id", id)).first())
                .map(document -> document.getLong("n")).blockOptional().orElse(0L);
    }

    private static MongoCollection<Document> states(MongoClient client) {
        return client.getDatabase("fold").getCollection("states");
    }

    /** In a database of its own and named to be frozen early, which is the harder case. */
    private static MongoCollection<Document> positions(MongoClient client) {
        return client.getDatabase("positions").getCollection("positions");
    }

    private static MongoClient client(OwnProcess mongo) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.address()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS)).build());
    }
}
