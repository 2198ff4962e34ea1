package attune.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that speaks MongoDB's wire protocol and keeps its documents in one file or in memory, inside this process
 * and on the loopback address. A stand-in for one machine: README.md says what may be asked of it.
 *
 * <p>
 * A {@code kill -9} takes what was written in the last second, and only as a suffix: a write that is there again has all
 * earlier writes with it, across all collections and databases. A clean stop loses nothing. Safe for use by several
 * threads.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final String WHO = "The embedded database";
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);
    private static final int CACHE_MEGABYTES = 16;
    /** Commands run one at a time; a second worker reads and writes the wire meanwhile. */
    private static final int WORKERS = 2;

    private final @Nullable DataFolder folder;
    private final RepairedBackend backend;
    private final MongoServer server;
    private final ScheduledExecutorService checkpoints;
    private final int port;

    private EmbeddedMongo(@Nullable DataFolder folder, RepairedBackend backend, MongoServer server) {
        this.folder = folder;
        this.backend = backend;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
        this.checkpoints = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("embedded-mongo-checkpoint").factory());
    }

    /**
     * How to start the server.
     *
     * @param folder where it keeps its file, made if missing; null for memory only
     * @param port where it listens, 1 to 65535, or 0 for any free port
     */
    public record Settings(@Nullable Path folder, int port) {

        public static Settings in(Path folder) {
            return new Settings(folder, 0);
        }

        public static Settings inMemory() {
            return new Settings(null, 0);
        }

        public Settings onPort(int newPort) {
            return new Settings(folder, newPort);
        }
    }

    /**
     * Starts the server and waits until it takes clients.
     *
     * @throws EmbeddedException if the port or the folder cannot be had, or the file cannot be read
     */
    public static EmbeddedMongo start(Settings settings) {
        Loopback.requireFree(WHO, settings.port());
        DataFolder folder = settings.folder() == null ? null : DataFolder.open(settings.folder());
        try {
            EmbeddedMongo mongo = bind(folder, new RepairedBackend(open(folder)), settings.port());
            mongo.checkpointRegularly();
            return mongo;
        } catch (RuntimeException e) {
            if (folder != null) {
                folder.close();
            }
            throw e;
        }
    }

    private static MVStore open(@Nullable DataFolder folder) {
        if (folder == null) {
            return settings().open();
        }
        try {
            return open(folder.resolve("mongo.mv"));
        } catch (MVStoreException e) {
            throw new EmbeddedException.FolderUnusable(folder.path(),
                    "the database file mongo.mv in it cannot be read; read models are rebuilt from the log, so it may be moved away",
                    e);
        }
    }

    /** The store commits only when {@link RepairedBackend#checkpoint()} says so. */
    static MVStore open(Path file) {
        return settings().fileName(file.toString()).open();
    }

    private static MVStore.Builder settings() {
        return new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0).cacheSize(CACHE_MEGABYTES);
    }

    private static EmbeddedMongo bind(@Nullable DataFolder folder, RepairedBackend backend, int port) {
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(Loopback.address(port), 1, WORKERS);
            return new EmbeddedMongo(folder, backend, server);
        } catch (RuntimeException e) {
            backend.close();
            throw new EmbeddedException.PortInUse(WHO, port, e);
        }
    }

    private void checkpointRegularly() {
        var _ = checkpoints.scheduleWithFixedDelay(() -> {
            try {
                backend.checkpoint();
            } catch (RuntimeException e) {
                LOG.error("The embedded database could not write its checkpoint; is the disk full?", e);
            }
        }, CHECKPOINT_EVERY.toMillis(), CHECKPOINT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The connection string for one database, such as {@code mongodb://127.0.0.1:27017/coach}. */
    public String connectionString(String database) {
        return "mongodb://%s:%d/%s".formatted(Loopback.HOST, port, database);
    }

    /** The port the server listens on. */
    public int port() {
        return port;
    }

    /**
     * What was asked so far that this server does but that Attune does not use: filters without a key, operators that the
     * contract does not hold, results without a batch size. Names of fields and operators only, each once, sorted, at
     * most 500. A service's tests end by asserting that it is empty.
     */
    public SortedSet<String> strayCommands() {
        return backend.strays();
    }

    /** Stops taking commands, writes the last checkpoint and gives the folder back. */
    @Override
    public void close() {
        checkpoints.shutdownNow();
        server.shutdownNow(); // closes the backend, which writes the last checkpoint
        if (folder != null) {
            folder.close();
        }
    }
}
