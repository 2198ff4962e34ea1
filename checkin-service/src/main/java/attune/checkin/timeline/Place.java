package attune.checkin.timeline;

import java.time.Instant;
import java.util.Comparator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import attune.http.cursors.Cursor;

/**
 * Where something stands in a list.
 *
 * @param at when it happened, to the millisecond
 * @param id the id of the thing among the person's things of its kind
 */
record Place(Instant at, String id) {

    /** The order of every list: newest first; of the same time, the greater id first. */
    static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::at).thenComparing(Place::id).reversed();

    static Place of(Cursor cursor) {
        return new Place(cursor.at(), cursor.id());
    }

    Cursor cursor() {
        return new Cursor(at, id);
    }

    /** The form in documents: a page may hold thousands, and a text is half as long as an object. */
    @JsonValue
    String text() {
        return at.toEpochMilli() + "/" + id;
    }

    @JsonCreator
    static Place parse(String text) {
        int end = text.indexOf('/');
        return new Place(Instant.ofEpochMilli(Long.parseLong(text, 0, end, 10)), text.substring(end + 1));
    }
}
