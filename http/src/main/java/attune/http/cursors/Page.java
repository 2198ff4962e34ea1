package attune.http.cursors;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list as the API answers it.
 *
 * @param items the items, newest first
 * @param next the cursor of the next page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
