package attune.embedded;

import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wire server's backend with the four things mended that would make a stand-in lie: replies are whole, checkpoints
 * are a cut through all collections at once, conditional writes are found by {@code _id}, and what would silently
 * differ from MongoDB is refused. RATIONALE.md tells the story.
 *
 * <p>
 * One lock orders all commands and checkpoints. That costs parallelism on two cores that have little of it, and buys
 * that a checkpoint never holds a later write without the earlier ones.
 */
final class RepairedBackend extends H2Backend {

    private static final Logger LOG = LoggerFactory.getLogger(RepairedBackend.class);

    /** A store file may be half air before we rewrite it. */
    private static final int FILL_RATE_WANTED = 50;
    /** How much one checkpoint may rewrite, in bytes, so that nobody waits long for it. */
    private static final int REWRITE_AT_MOST = 2 * 1024 * 1024;

    private final MVStore store;
    private final ReentrantLock lock;
    private final boolean onDisk;
    private final StrayCommands strays;

    RepairedBackend(MVStore store) {
        // Before the super constructor, because that one opens the databases through the methods below.
        this.store = store;
        this.lock = new ReentrantLock();
        this.strays = new StrayCommands();
        this.onDisk = store.getFileStore() != null;
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new RepairedDatabase(databaseName, store, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        lock.lock();
        try {
            RefusedCommands.check(command, query);
            look(databaseName, command, query);
            CommandDefaults.apply(command, query);
            Document reply = super.handleCommand(channel, databaseName, command, query);
            CommandDefaults.mendReply(command, query, reply);
            return reply.cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    private void look(String databaseName, String command, Document query) {
        if (query.get(command) instanceof String collection) {
            strays.look(command, databaseName + "." + collection, query,
                    fields -> isUniqueKey(resolveDatabase(databaseName).resolveCollection(collection, false), fields));
        }
    }

    private static boolean isUniqueKey(@Nullable MongoCollection<?> collection, Set<String> fields) {
        return collection != null && collection.getIndexes().stream().filter(Index::isUnique)
                .anyMatch(index -> fields.equals(index.getKeys().stream().map(IndexKey::getKey)
                        .collect(Collectors.toSet())));
    }

    SortedSet<String> strays() {
        return strays.all();
    }

    /** Answers faults itself: the server would write the whole command, with what people wrote, into its log. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerError e) {
            return fault(e.getMessageWithoutErrorCode()).append("code", e.getCode()).append("codeName",
                    e.getCodeName());
        } catch (MongoServerException e) {
            return fault(e.getMessageWithoutErrorCode());
        } catch (RuntimeException e) {
            LOG.error("The embedded database failed on a command {}", nameOf(message), e);
            return fault("The embedded database failed on this command: " + e.getClass().getSimpleName());
        }
    }

    private static String nameOf(MongoMessage message) {
        return message.getDocument().keySet().iterator().next();
    }

    private static Document fault(String message) {
        return new Document("ok", 0).append("errmsg", message);
    }

    /** Puts all that was written until now on the disk, as one cut. */
    void checkpoint() {
        if (!onDisk) {
            return;
        }
        lock.lock();
        try {
            store.commit();
            if (store.compact(FILL_RATE_WANTED, REWRITE_AT_MOST)) {
                store.commit();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!store.isClosed()) {
                checkpoint();
                super.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
