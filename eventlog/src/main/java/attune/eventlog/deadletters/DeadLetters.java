package attune.eventlog.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.events.Position;

/** Keeps dead letters: the collection {@code dead-letters}. Writing one again changes nothing. */
public final class DeadLetters {

    private static final int MOST = 500;

    private final MongoDatabase database;
    private final Duration patience;

    public DeadLetters(MongoDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Notes dead letters. Blocks. */
    public void add(Collection<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        List<UpdateOneModel<BsonDocument>> writes = letters.stream()
                .map(letter -> new UpdateOneModel<BsonDocument>(Filters.eq("_id", id(letter)),
                        Updates.combine(
                                Updates.setOnInsert("fold", letter.fold()),
                                Updates.setOnInsert("position", letter.position().toString()),
                                Updates.setOnInsert("partition", letter.position().partition()),
                                Updates.setOnInsert("reason", letter.reason()),
                                Updates.setOnInsert("failure", letter.failure()),
                                Updates.setOnInsert("since", letter.since())),
                        new UpdateOptions().upsert(true)))
                .toList();
        Mono.from(collection().bulkWrite(writes, new BulkWriteOptions().ordered(false))).block(patience);
    }

    /** Up to 500 dead letters of all folds of this service, in no order. */
    public Flux<DeadLetter> all() {
        return Flux.from(collection().find().limit(MOST).batchSize(MOST)).map(DeadLetters::read);
    }

    /** Forgets the dead letters of a fold in a partition, because it folds the partition again. Blocks. */
    public void forget(String fold, int partition) {
        Mono.from(collection().deleteMany(Filters.and(Filters.eq("fold", fold), Filters.eq("partition", partition))))
                .block(patience);
    }

    private static DeadLetter read(BsonDocument bson) {
        return new DeadLetter(bson.getString("fold").getValue(),
                Position.parse(bson.getString("position").getValue()), bson.getString("reason").getValue(),
                bson.getString("failure").getValue(), Instant.ofEpochMilli(bson.getDateTime("since").getValue()));
    }

    private static String id(DeadLetter letter) {
        return letter.fold() + "/" + letter.position();
    }

    private MongoCollection<BsonDocument> collection() {
        return database.getCollection("dead-letters", BsonDocument.class);
    }
}
