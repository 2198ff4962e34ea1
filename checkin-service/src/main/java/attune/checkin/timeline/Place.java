package attune.checkin.timeline;

import java.time.Instant;
import java.util.Comparator;

import attune.http.cursors.Cursor;

/**
 * Where something stands in a list.
 *
 * @param at when it happened
 * @param id the id of the thing among the person's things of its kind
 */
public record Place(Instant at, String id) {

    /** The order of every list: newest first; of the same time, the greater id first. */
    static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::at).thenComparing(Place::id).reversed();

    Cursor cursor() {
        return new Cursor(at, id);
    }
}
