package attune.checkin.timeline;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/**
 * How far the search for a page of a list has come.
 *
 * @param chunks the pages yet to be looked through, in chunks that hold whole months, newest first
 * @param after the last place seen; null at the beginning
 * @param found what was found, in the order of the list
 */
record Search<S extends Listed>(List<List<String>> chunks, Paging paging, @Nullable Place after,
        List<Found<S>> found) {

    /** A thing where it stands. */
    record Found<S>(Place place, S thing) {}

    static <S extends Listed> Search<S> begin(List<List<String>> chunks, Paging paging) {
        return new Search<>(chunks, paging, paging.after() == null ? null : Place.of(paging.after()), List.of());
    }

    int fetch() {
        return paging.fetch();
    }

    boolean isOver() {
        return chunks.isEmpty() || found.size() >= fetch();
    }

    boolean isAhead(Place place) {
        return after == null || Place.NEWEST_FIRST.compare(place, after) > 0;
    }

    /**
     * The search after these places of the first chunk.
     *
     * @param places the newest after the last place seen; fewer than are to be fetched if there are no more
     * @param things what stands at a place, null if nothing does
     */
    Search<S> next(List<Place> places, Function<Place, @Nullable S> things) {
        List<Found<S>> more = new ArrayList<>(found);
        for (Place place : places) {
            S thing = things.apply(place);
            if (thing != null && isAt(place, thing.occurredAt()) && more.size() < fetch()) {
                more.add(new Found<>(place, thing));
            }
        }
        return places.size() < fetch()
                ? new Search<>(chunks.subList(1, chunks.size()), paging, after, more)
                : new Search<>(chunks, paging, places.getLast(), more);
    }

    /** The thing itself says when it happened; a place that says otherwise comes from a second record of its id. */
    private static boolean isAt(Place place, @Nullable OffsetDateTime occurredAt) {
        return occurredAt != null && occurredAt.toInstant().equals(place.at());
    }

    Page<S> page() {
        Page<Found<S>> page = paging.page(found, one -> one.place().cursor());
        return new Page<>(page.items().stream().map(Found::thing).toList(), page.next());
    }
}
