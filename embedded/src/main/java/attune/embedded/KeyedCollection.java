package attune.embedded;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that goes by {@code _id} whenever the filter names it, whatever else the filter says. The server itself
 * does so only if the filter names nothing else, and walks through every document otherwise.
 */
final class KeyedCollection extends H2Collection {

    private final CursorRegistry cursors;

    KeyedCollection(MongoDatabase database, String collectionName, CollectionOptions options,
            MVMap<Object, Document> documents, MVMap<String, Object> meta, CursorRegistry cursors) {
        this.cursors = cursors;
        super(database, collectionName, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult queryDocuments(Document query, @Nullable Document orderBy, int numberToSkip, int limit,
            int batchSize, @Nullable Document fieldSelector) {
        Document keys = IdFilter.of(query);
        if (keys != null && !keys.equals(query)) {
            for (Index<Object> index : getIndexes()) {
                if (index.canHandle(keys)) {
                    return matchDocuments(query, index.getPositions(keys), orderBy, numberToSkip, limit, batchSize,
                            fieldSelector);
                }
            }
        }
        return super.queryDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        if (batchSize == 0) { // asked from within the server: all of it, and nothing goes over the wire
            return super.createQueryResult(matched, batchSize);
        }
        BatchedCursor cursor = new BatchedCursor(cursors.generateCursorId(), matched);
        List<Document> first = new ArrayList<>(cursor.takeDocuments(batchSize));
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(cursor);
        return new QueryResult(first, (Cursor) cursor);
    }
}
