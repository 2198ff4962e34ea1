package attune.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database whose collections are {@link KeyedCollection}s, stored under the names that the server gives them. */
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
        MVMap<Object, Document> documents = store.openMap("databases." + name);
        MVMap<String, Object> meta = store.openMap("meta." + name);
        return new KeyedCollection(this, collectionName, options, documents, meta, cursorRegistry);
    }
}
