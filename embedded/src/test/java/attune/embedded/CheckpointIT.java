package attune.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at the file after every checkpoint while somebody writes as fast as the server can take it. */
class CheckpointIT {

    private static final int CHECKPOINTS = 150;
    private static final int MOST_CHECKPOINTS = 20_000;

    @TempDir
    Path folder;

    @Test
    void isACutThroughAllCollections() throws Exception {
        Path file = folder.resolve("mongo.mv");
        RepairedBackend backend = new RepairedBackend(EmbeddedMongo.open(file));
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int n = 1; !done.get(); n++) {
                    write(backend, "states", n);
                    write(backend, "positions", n);
                }
            });
            try {
                assertThat(furthestOfManyCheckpoints(backend, file)).isGreaterThan(CHECKPOINTS);
            } finally {
                done.set(true);
            }
            writer.get();
        }
        backend.close();
    }

    @Test
    void keepsTheFileSmallWhenTheSameDocumentsChangeAgainAndAgain() throws Exception {
        Path file = folder.resolve("mongo.mv");
        MVStore store = EmbeddedMongo.open(file);
        store.setRetentionTime(0); // as if every checkpoint was long ago
        RepairedBackend backend = new RepairedBackend(store);

        for (int n = 1; n <= 300; n++) {
            write(backend, "states", n);
            backend.checkpoint();
        }

        assertThat(Files.size(file)).isLessThan(2 * 1024 * 1024);
        backend.close();
    }

    private int furthestOfManyCheckpoints(RepairedBackend backend, Path file) throws IOException {
        int furthest = 0;
        // The writer may need a moment to begin: what counts is that it wrote while checkpoints were made.
        for (int checkpoint = 0; checkpoint < CHECKPOINTS
                || (furthest <= CHECKPOINTS && checkpoint < MOST_CHECKPOINTS); checkpoint++) {
            backend.checkpoint();
            furthest = Math.max(furthest, requirePositionNotAhead(file));
        }
        return furthest;
    }

    private int requirePositionNotAhead(Path file) throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy.mv"), StandardCopyOption.REPLACE_EXISTING);
        MVStore store = new MVStore.Builder().fileName(copy.toString()).readOnly().open();
        try {
            int position = numberIn(store, "positions");
            assertThat(position).as("position").isLessThanOrEqualTo(numberIn(store, "states"));
            return position;
        } finally {
            store.closeImmediately();
        }
    }

    private static int numberIn(MVStore store, String collection) {
        Document document = store.<Object, Document>openMap("databases.fold." + collection).get("one");
        return document != null && document.get("n") instanceof Integer n ? n : 0;
    }

    private static void write(RepairedBackend backend, String collection, int n) {
        Channel channel = new EmbeddedChannel();
        Document update = new Document("q", new Document("_id", "one"))
                .append("u", new Document("_id", "one").append("n", n).append("padding", "x".repeat(2000)))
                .append("upsert", true);
        backend.handleCommand(channel, "fold", "update",
                new Document("update", collection).append("updates", List.of(update)));
        backend.handleClose(channel);
    }
}
