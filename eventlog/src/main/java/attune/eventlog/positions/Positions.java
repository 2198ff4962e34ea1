package attune.eventlog.positions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.events.EventId;

/** Keeps the positions of folds, beside the documents: the collection {@code positions}. */
public final class Positions {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoDatabase database;
    private final Duration patience;

    public Positions(MongoDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The stored position, or the start. */
    public Mono<FoldPosition> find(String fold, int partition) {
        return Mono.from(collection().find(Filters.eq("_id", id(fold, partition))).batchSize(1).first())
                .map(bson -> read(fold, partition, bson))
                .defaultIfEmpty(FoldPosition.start(fold, partition));
    }

    /** The stored position, or the start. Blocks. */
    public FoldPosition load(String fold, int partition) {
        FoldPosition position = find(fold, partition).block(patience);
        if (position == null) {
            throw new IllegalStateException("The database gave no position");
        }
        return position;
    }

    /**
     * Moves a position on the condition that it stands as it was loaded. Blocks.
     *
     * @return false if another instance has moved it meanwhile
     */
    public boolean move(FoldPosition from, FoldPosition to) {
        BsonDocument bson = write(to);
        if (from.equals(FoldPosition.start(from.fold(), from.partition()))) {
            return Boolean.TRUE.equals(Mono.from(collection().insertOne(bson))
                    .map(_ -> true)
                    .onErrorResume(MongoWriteException.class,
                            e -> e.getCode() == DUPLICATE_KEY ? Mono.just(false) : Mono.error(e))
                    .block(patience));
        }
        UpdateResult result = Mono.from(collection().replaceOne(
                Filters.and(Filters.eq("_id", id(from)), Filters.eq("next", from.next())),
                bson)).block(patience);
        return result != null && result.getMatchedCount() == 1;
    }

    /** The offsets of the next event of a fold as they are stored, 0 where nothing is, by partition. Blocks. */
    public Map<Integer, Long> next(String fold, Collection<Integer> partitions) {
        Map<String, Long> stored = new HashMap<>();
        Flux.from(collection().find(Filters.in("_id", partitions.stream().map(number -> id(fold, number)).toList())))
                .doOnNext(bson -> stored.put(bson.getString("_id").getValue(), bson.getInt64("next").getValue()))
                .blockLast(patience);
        Map<Integer, Long> next = new HashMap<>();
        partitions.forEach(number -> next.put(number, stored.getOrDefault(id(fold, number), 0L)));
        return next;
    }

    /** Marks a position as no longer valid, before what it covers is dropped. Blocks. */
    public void invalidate(String fold, int partition) {
        Mono.from(collection().updateOne(Filters.eq("_id", id(fold, partition)), Updates.set("invalid", true)))
                .block(patience);
    }

    /** Forgets a position, so that the fold starts from the beginning. Blocks. */
    public void forget(String fold, int partition) {
        Mono.from(collection().deleteOne(Filters.eq("_id", id(fold, partition)))).block(patience);
    }

    private static BsonDocument write(FoldPosition position) {
        BsonValue last = position.lastEvent().<BsonValue>map(id -> new BsonString(id.toString()))
                .orElse(BsonNull.VALUE);
        return new BsonDocument("_id", new BsonString(id(position)))
                .append("next", new BsonInt64(position.next()))
                .append("last", last)
                .append("lastOffset", new BsonInt64(position.lastOffset()))
                .append("clock", new BsonDateTime(position.clock().toEpochMilli()))
                .append("decisionsFrom", new BsonInt64(position.decisionsFrom()));
    }

    private static FoldPosition read(String fold, int partition, BsonDocument bson) {
        EventId last = bson.isString("last") ? EventId.of(bson.getString("last").getValue()) : null;
        return new FoldPosition(fold, partition, bson.getInt64("next").getValue(), last,
                bson.getInt64("lastOffset").getValue(), Instant.ofEpochMilli(bson.getDateTime("clock").getValue()),
                bson.getInt64("decisionsFrom").getValue(), !bson.containsKey("invalid"));
    }

    private static String id(FoldPosition position) {
        return id(position.fold(), position.partition());
    }

    private static String id(String fold, int partition) {
        return fold + "/" + partition;
    }

    private MongoCollection<BsonDocument> collection() {
        return database.getCollection("positions", BsonDocument.class);
    }
}
