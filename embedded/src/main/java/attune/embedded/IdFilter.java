package attune.embedded;

import java.util.List;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The part of a filter that names documents by their {@code _id}: a plain value, {@code $eq} or {@code $in}, at the top
 * or inside {@code $and}, where drivers put conditions that were joined.
 */
final class IdFilter {

    private IdFilter() {}

    /** The filter on {@code _id} alone that every match must pass, or null if the filter holds none. */
    static @Nullable Document of(Document filter) {
        if (filter.containsKey("_id")) {
            Object condition = plain(filter.get("_id"));
            if (condition != null) {
                return new Document("_id", condition);
            }
        }
        return filter.get("$and") instanceof List<?> parts ? ofAny(parts) : null;
    }

    private static @Nullable Document ofAny(List<?> parts) {
        for (Object part : parts) {
            Document keys = part instanceof Document document ? of(document) : null;
            if (keys != null) {
                return keys;
            }
        }
        return null;
    }

    private static @Nullable Object plain(@Nullable Object condition) {
        if (!(condition instanceof Document expression)) {
            return condition instanceof BsonRegularExpression ? null : condition;
        }
        if (expression.containsKey("$eq")) {
            return plain(expression.get("$eq"));
        }
        Object in = expression.get("$in");
        return in instanceof List<?> ? new Document("$in", in) : null;
    }
}
