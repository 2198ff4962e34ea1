package attune.notification.leases;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the leases in the collection {@code deliveryLeases}, a document a partition. Blocks. A broken database is a
 * {@link com.mongodb.MongoException} or, when it does not answer in time, an {@link IllegalStateException}.
 */
final class LeaseStore {

    private static final int BATCH = 500;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoDatabase database;
    private final Duration patience;

    LeaseStore(MongoDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The leases of these partitions, in one query. */
    Map<Integer, Stored> find(Collection<Integer> partitions) {
        Map<Integer, Stored> found = new HashMap<>();
        Flux.from(collection().find(Filters.in("_id", partitions.stream().map(LeaseStore::id).toList()))
                .batchSize(BATCH))
                .map(LeaseStore::read)
                .doOnNext(stored -> found.put(stored.partition(), stored))
                .blockLast(patience);
        return found;
    }

    /** Carries out all of them whose condition holds, in one bulk write. */
    void write(List<LeaseWrite> writes) {
        if (writes.isEmpty()) {
            return;
        }
        Mono.from(collection().bulkWrite(writes.stream().map(LeaseStore::model).toList(),
                new BulkWriteOptions().ordered(false)))
                .then()
                .onErrorResume(MongoBulkWriteException.class,
                        e -> onlyDuplicates(e) ? Mono.empty() : Mono.error(e))
                .block(patience);
    }

    /** Somebody else was quicker. */
    private static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    private static WriteModel<BsonDocument> model(LeaseWrite write) {
        return switch (write) {
            case LeaseWrite.Renew(Stored to) -> new ReplaceOneModel<>(Filters.and(
                    of(to.partition(), to.owner(), to.term()), Filters.lt("beat", to.beat())), bson(to));
            case LeaseWrite.Take take -> take(take.from(), take.to());
            case LeaseWrite.GiveBack(int partition, String owner, long term) ->
                new DeleteOneModel<>(of(partition, owner, term));
        };
    }

    private static WriteModel<BsonDocument> take(@Nullable Stored from, Stored to) {
        return from == null
                ? new InsertOneModel<>(bson(to))
                : new ReplaceOneModel<>(Filters.and(of(from.partition(), from.owner(), from.term()),
                        Filters.eq("beat", from.beat())), bson(to));
    }

    private static Bson of(int partition, String owner, long term) {
        return Filters.and(Filters.eq("_id", id(partition)), Filters.eq("owner", owner), Filters.eq("term", term));
    }

    private static BsonDocument bson(Stored stored) {
        return new BsonDocument("_id", new BsonString(id(stored.partition())))
                .append("owner", new BsonString(stored.owner()))
                .append("term", new BsonInt64(stored.term()))
                .append("beat", new BsonInt64(stored.beat()))
                .append("millis", new BsonInt64(stored.length().toMillis()));
    }

    private static Stored read(BsonDocument bson) {
        return new Stored(Integer.parseInt(bson.getString("_id").getValue()), bson.getString("owner").getValue(),
                bson.getInt64("term").getValue(), bson.getInt64("beat").getValue(),
                Duration.ofMillis(bson.getInt64("millis").getValue()));
    }

    private static String id(int partition) {
        return Integer.toString(partition);
    }

    private MongoCollection<BsonDocument> collection() {
        return database.getCollection("deliveryLeases", BsonDocument.class);
    }
}
