package attune.eventlog.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the documents that folds keep, by their ids and by nothing else. Every query is bounded by the number of ids. A
 * broken database is an error of the publisher.
 */
public final class Documents {

    private static final int BATCH = 500;

    private final MongoDatabase database;
    private final DocumentCodec codec;

    public Documents(MongoDatabase database) {
        this.database = database;
        this.codec = new DocumentCodec();
    }

    /** The state of a document; empty if no event has touched it yet. */
    public <S extends Record> Mono<S> find(DocumentKind<S> kind, String id) {
        return Mono.from(database.getCollection(kind.collection(), BsonDocument.class)
                .find(Filters.eq("_id", id))
                .batchSize(1)
                .first())
                .map(bson -> codec.state(kind, bson));
    }

    /** The states of those documents that exist, by their ids, in one query. */
    public <S extends Record> Mono<Map<String, S>> findAll(DocumentKind<S> kind, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Flux.from(database.getCollection(kind.collection(), BsonDocument.class)
                .find(Filters.in("_id", ids))
                .batchSize(BATCH))
                .collectMap(bson -> bson.getString("_id").getValue(), bson -> codec.state(kind, bson));
    }

    /** The states of those documents that exist, in the order of the ids, in one query. */
    public <S extends Record> Mono<List<S>> findInOrder(DocumentKind<S> kind, List<String> ids) {
        return findAll(kind, ids).map(found -> ids.stream().filter(found::containsKey).map(found::get).toList());
    }
}
