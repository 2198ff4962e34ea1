package attune.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;

/** All that the services keep in their databases, by database, collection and id. */
record Databases(Map<String, Map<String, Map<String, BsonDocument>>> documents) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How far each fold has come: not what it has made. */
    static final String POSITIONS = "positions";
    /** Remember when they were noticed, which another reading does not repeat. */
    static final String DEAD_LETTERS = "dead-letters";
    /** Who delivers at the moment, which nobody folds. */
    private static final String LEASES = "deliveryLeases";
    private static final Set<String> NOT_FOLDED = Set.of(POSITIONS, DEAD_LETTERS, LEASES);

    static Databases read(String address, List<String> names) {
        try (MongoClient client = MongoClients.create(address)) {
            Map<String, Map<String, Map<String, BsonDocument>>> all = new TreeMap<>();
            names.forEach(name -> all.put(name, collections(client.getDatabase(name))));
            return new Databases(all);
        }
    }

    private static Map<String, Map<String, BsonDocument>> collections(MongoDatabase database) {
        Map<String, Map<String, BsonDocument>> all = new TreeMap<>();
        for (String name : all(Flux.from(database.listCollectionNames()))) {
            Map<String, BsonDocument> byId = new TreeMap<>();
            all(Flux.from(database.getCollection(name, BsonDocument.class).find().batchSize(500)))
                    .forEach(document -> byId.put(document.getString("_id").getValue(), document));
            all.put(name, byId);
        }
        return all;
    }

    private static <T> List<T> all(Flux<T> values) {
        return Objects.requireNonNull(values.collectList().block(PATIENCE));
    }

    Map<String, BsonDocument> collection(String database, String collection) {
        return documents.getOrDefault(database, Map.of()).getOrDefault(collection, Map.of());
    }

    /** What was folded: everything but positions, dead letters and leases, without collections that are empty. */
    Map<String, Map<String, BsonDocument>> readModels() {
        Map<String, Map<String, BsonDocument>> models = new TreeMap<>();
        documents.forEach((database, collections) -> collections.forEach((collection, byId) -> {
            if (!byId.isEmpty() && !NOT_FOLDED.contains(collection)) {
                models.put(database + "/" + collection, byId);
            }
        }));
        return models;
    }
}
