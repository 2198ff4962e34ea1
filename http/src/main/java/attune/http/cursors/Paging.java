package attune.http.cursors;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What page of a list is asked for, from the query parameters {@code cursor} and {@code limit}. A controller gets it
 * by naming it as a parameter.
 *
 * @param after where the page begins, without the item there; null for the first page
 * @param limit how many items at most, 1 to 100
 */
public record Paging(@Nullable Cursor after, int limit) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** How many items to fetch: one more than the limit, so that the page knows whether another follows. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The page of what was fetched.
     *
     * @param fetched up to {@link #fetch()} items in the order of the list
     * @param place where an item stands in the list
     */
    public <T> Page<T> page(List<T> fetched, Function<? super T, Cursor> place) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, place.apply(items.getLast()).encode());
    }
}
