package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * One database whose collections are {@link KeyedCollection}s with an {@link IdIndex}, stored under the names that the
 * server gives them.
 */
final class RepairedDatabase extends H2Database {

    private final MVStore store;

    RepairedDatabase(String databaseName, MVStore store, CursorRegistry cursorRegistry) {
        // Before the super constructor, because that one opens the collections.
        this.store = store;
        super(databaseName, store, cursorRegistry);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        String name = getFullCollectionNamespace(collectionName);
        MVMap<Object, Document> documents = documents(collectionName);
        MVMap<String, Object> meta = store.openMap("meta." + name);
        return new KeyedCollection(this, collectionName, options, documents, meta, cursorRegistry);
    }

    /** Files of earlier versions hold an index of ids, which nobody reads any more. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(String collectionName, String indexName, List<IndexKey> keys,
            boolean sparse) {
        if (!keys.stream().map(IndexKey::getKey).toList().equals(List.of(Constants.ID_FIELD))) {
            return super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse);
        }
        store.removeMap(getFullCollectionNamespace(collectionName) + "._index_" + indexName);
        return new IdIndex(indexName, keys, sparse, documents(collectionName));
    }

    private MVMap<Object, Document> documents(String collectionName) {
        return store.openMap("databases." + getFullCollectionNamespace(collectionName));
    }
}
