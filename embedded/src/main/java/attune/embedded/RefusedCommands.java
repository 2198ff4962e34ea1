package attune.embedded;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Commands that the wire server would accept and then carry out differently from MongoDB, without a word. Each gets an
 * error that says what to use instead.
 */
final class RefusedCommands {

    private static final Set<String> TRANSACTION = Set.of("startTransaction", "autocommit", "txnNumber");
    private static final Set<String> COLLECTION = Set.of("validator", "validationLevel", "validationAction", "capped",
            "timeseries", "expireAfterSeconds", "viewOn", "clusteredIndex", "changeStreamPreAndPostImages");
    private static final Set<String> INDEX = Set.of("expireAfterSeconds", "partialFilterExpression",
            "wildcardProjection");

    private RefusedCommands() {}

    /** Lets a command pass or throws the error that the client is to see. */
    static void check(String command, Document query) {
        refuse(first(query, TRANSACTION), "transactions and sessions are not there; write one document at a time");
        refuseCollation(query);
        switch (command) {
            case "create" -> refuse(first(query, COLLECTION),
                    "collections are plain here; check in the code, and let a fold or a timer expire");
            case "createIndexes" -> documents(query, "indexes").forEach(RefusedCommands::checkIndex);
            case "update" -> checkUpdates(query);
            case "delete" -> documents(query, "deletes").forEach(RefusedCommands::refuseCollation);
            case "findAndModify" -> checkChange(query.get("update"));
            case "aggregate" -> refuse(changeStream(query), "there is no change stream; read the log instead");
            default -> {
                // Every other command does here what it does there, or fails by itself.
            }
        }
    }

    private static void checkIndex(Document index) {
        refuse(first(index, INDEX), "the index would be ignored or reject valid documents");
        refuseCollation(index);
        if (index.get("key") instanceof Document key) {
            key.values().stream().filter(direction -> !(direction instanceof Number)).findFirst()
                    .ifPresent(kind -> refuse(String.valueOf(kind), "only ascending and descending indexes are there"));
        }
    }

    private static void checkUpdates(Document query) {
        List<Document> updates = documents(query, "updates");
        if (updates.size() > 1 && !Boolean.FALSE.equals(query.get("ordered"))) {
            refuse("ordered", "an ordered bulk would go on after an error; use ordered(false)");
        }
        for (Document update : updates) {
            refuseCollation(update);
            checkChange(update.get("u"));
        }
    }

    private static void checkChange(@Nullable Object change) {
        if (change instanceof List<?>) {
            refuse("update by pipeline", "compute the new document in the code and replace it");
        }
        if (change instanceof Document operators && operators.containsKey("$currentDate")) {
            refuse("$currentDate", "take the time from the clock of the code");
        }
    }

    private static @Nullable String changeStream(Document query) {
        return documents(query, "pipeline").stream().anyMatch(stage -> stage.containsKey("$changeStream"))
                ? "$changeStream"
                : null;
    }

    private static void refuseCollation(Document options) {
        refuse(options.containsKey("collation") ? "collation" : null, "texts are compared by their code points");
    }

    private static List<Document> documents(Document query, String field) {
        return query.get(field) instanceof List<?> list
                ? list.stream().filter(Document.class::isInstance).map(Document.class::cast).toList()
                : List.of();
    }

    private static @Nullable String first(Document options, Set<String> refused) {
        return options.keySet().stream().filter(refused::contains).findFirst().orElse(null);
    }

    private static void refuse(@Nullable String what, String instead) {
        if (what != null) {
            throw new MongoServerError(ErrorCode.IllegalOperation,
                    "The embedded database refuses '%s': %s.".formatted(what, instead));
        }
    }
}
