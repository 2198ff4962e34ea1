package attune.eventlog.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads and saves documents for a fold: one query and one bulk write for each collection. Blocks: for consumer threads.
 * A broken database is a {@link com.mongodb.MongoException} or, when it does not answer in time, an
 * {@link IllegalStateException}.
 */
public final class DocumentStore {

    private static final int BATCH = 500;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoDatabase database;
    private final Duration patience;
    private final DocumentCodec codec = new DocumentCodec();

    public DocumentStore(MongoDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The documents with these keys; those that do not exist yet in their initial state. */
    public Map<DocumentKey<?>, StoredDocument<?>> load(Collection<DocumentKey<?>> keys) {
        Map<DocumentKind<?>, List<String>> idsByKind = new HashMap<>();
        keys.forEach(key -> idsByKind.computeIfAbsent(key.kind(), _ -> new ArrayList<>()).add(key.id()));
        Map<DocumentKey<?>, StoredDocument<?>> documents = new HashMap<>();
        keys.forEach(key -> documents.put(key, StoredDocument.initial(key)));
        Flux.fromIterable(idsByKind.entrySet())
                .flatMap(entry -> find(entry.getKey(), entry.getValue()), 4)
                .doOnNext(document -> documents.put(document.key(), document))
                .blockLast(patience);
        return documents;
    }

    private Flux<? extends StoredDocument<?>> find(DocumentKind<?> kind, List<String> ids) {
        return Flux.from(collection(kind).find(Filters.in("_id", ids)).batchSize(BATCH))
                .map(bson -> codec.read(kind, bson));
    }

    /**
     * Writes the documents that have changed, each on the condition that the database holds it as it was loaded.
     *
     * @return false if another instance has written one of them meanwhile; the others are written all the same
     */
    public boolean save(Collection<StoredDocument<?>> documents) {
        Map<DocumentKind<?>, List<WriteModel<BsonDocument>>> writes = new HashMap<>();
        documents.stream()
                .filter(StoredDocument::changed)
                .forEach(document -> writes.computeIfAbsent(document.key().kind(), _ -> new ArrayList<>())
                        .add(write(document)));
        return Boolean.TRUE.equals(Flux.fromIterable(writes.entrySet())
                .flatMap(entry -> bulkWrite(entry.getKey(), entry.getValue()), 4)
                .all(complete -> complete)
                .block(patience));
    }

    private WriteModel<BsonDocument> write(StoredDocument<?> document) {
        BsonDocument bson = codec.write(document);
        return document.storedVersion() == 0
                ? new InsertOneModel<>(bson)
                : new ReplaceOneModel<>(Filters.and(Filters.eq("_id", document.key().id()),
                        Filters.eq("v", document.storedVersion())), bson);
    }

    private Mono<Boolean> bulkWrite(DocumentKind<?> kind, List<WriteModel<BsonDocument>> writes) {
        return Mono.from(collection(kind).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .map(result -> written(result) == writes.size())
                .onErrorResume(MongoBulkWriteException.class,
                        e -> onlyDuplicates(e) ? Mono.just(false) : Mono.error(e));
    }

    private static int written(BulkWriteResult result) {
        return result.getInsertedCount() + result.getMatchedCount();
    }

    private static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    /** Deletes all documents of a kind that come from a partition. */
    public void deletePartition(DocumentKind<?> kind, int partition) {
        Mono.from(collection(kind).deleteMany(Filters.eq("p", partition))).block(patience);
    }

    private MongoCollection<BsonDocument> collection(DocumentKind<?> kind) {
        return database.getCollection(kind.collection(), BsonDocument.class);
    }
}
