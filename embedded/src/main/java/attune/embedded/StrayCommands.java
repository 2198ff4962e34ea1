package attune.embedded;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Remembers commands that the embedded server carries out but that Attune does not use: on a real cluster they would be
 * slow, or nobody has yet proved that both servers do the same. Holds names of fields and operators, never values.
 */
final class StrayCommands {

    private static final int REMEMBERED = 500;
    private static final Set<String> FILTER = Set.of("$and", "$or", "$eq", "$in", "$ne", "$lt", "$lte", "$gt", "$gte",
            "$exists", "$elemMatch");
    private static final Set<String> UPDATE = Set.of("$set", "$unset", "$inc", "$max", "$setOnInsert", "$push",
            "$pull");
    private static final Set<String> STAGES = Set.of("$match", "$sort", "$limit", "$skip", "$project", "$group",
            "$count",
            "$unwind");

    private final ConcurrentSkipListSet<String> strays = new ConcurrentSkipListSet<>();

    SortedSet<String> all() {
        return new TreeSet<>(strays);
    }

    /**
     * Looks at a command.
     *
     * @param namespace database and collection, for the description
     * @param isUniqueKey whether a set of fields is exactly a unique key of the collection
     */
    void look(String command, String namespace, Document query, Predicate<Set<String>> isUniqueKey) {
        Stream<String> found = switch (command) {
            case "find" -> Stream.concat(filter(query.get("filter"), isUniqueKey), batch(query));
            case "update" -> documents(query, "updates")
                    .flatMap(update -> Stream.concat(filter(update.get("q"), isUniqueKey), change(update.get("u"))));
            case "delete" -> documents(query, "deletes").flatMap(delete -> filter(delete.get("q"), isUniqueKey));
            case "findAndModify" -> Stream.concat(filter(query.get("query"), isUniqueKey), change(query.get("update")));
            case "aggregate" -> documents(query, "pipeline").flatMap(stage -> stage.keySet().stream())
                    .filter(stage -> !STAGES.contains(stage)).map(stage -> "the pipeline uses " + stage);
            default -> Stream.empty();
        };
        found.forEach(stray -> remember(command + " " + namespace + ": " + stray));
    }

    private void remember(String stray) {
        if (strays.size() < REMEMBERED) {
            strays.add(stray);
        }
    }

    private static Stream<String> filter(@Nullable Object condition, Predicate<Set<String>> isUniqueKey) {
        Document filter = condition instanceof Document document ? document : new Document();
        Stream<String> operators = operators(filter).filter(operator -> !FILTER.contains(operator)).distinct()
                .map(operator -> "the filter uses " + operator);
        if (IdFilter.of(filter) != null || isUniqueKey.test(filter.keySet())) {
            return operators;
        }
        List<String> fields = filter.keySet().stream().filter(field -> !field.startsWith("$")).sorted().toList();
        return Stream.concat(operators, Stream.of("the filter names neither _id nor exactly a unique key, but "
                + (fields.isEmpty() ? "(no field)" : String.join(", ", fields))));
    }

    private static Stream<String> change(@Nullable Object change) {
        return change instanceof Document update
                ? update.keySet().stream().filter(field -> field.startsWith("$") && !UPDATE.contains(field))
                        .map(operator -> "the update uses " + operator)
                : Stream.empty();
    }

    private static Stream<String> batch(Document query) {
        boolean isOne = Integer.valueOf(1).equals(query.get("limit")) || Boolean.TRUE.equals(query.get("singleBatch"));
        return isOne || query.containsKey("batchSize") ? Stream.empty() : Stream.of("there is no batchSize");
    }

    private static Stream<String> operators(@Nullable Object part) {
        if (part instanceof List<?> parts) {
            return parts.stream().flatMap(StrayCommands::operators);
        }
        return part instanceof Document document
                ? document.entrySet().stream().flatMap(entry -> Stream.concat(
                        entry.getKey().startsWith("$") ? Stream.of(entry.getKey()) : Stream.empty(),
                        operators(entry.getValue())))
                : Stream.empty();
    }

    private static Stream<Document> documents(Document query, String field) {
        return query.get(field) instanceof List<?> list
                ? list.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
    }
}
