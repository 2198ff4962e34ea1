package attune.checkin.timeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.PersonId;

/**
 * The pure half of a list: which documents say that something is in it.
 *
 * <p>
 * A page belongs to a month of when things happened and to a stretch of the log. Both follow from the event alone, so
 * that a late upload finds its month without a look at anything else; and because a stretch has a length, no page can
 * grow beyond it, whatever a person sends. A place is a hint, not a promise: if an id came twice, the later place is
 * there too, and readers keep to what the thing itself says.
 */
public final class Timeline {

    public static final DocumentKind<Directory> DIRECTORIES = new DocumentKind<>("directories", Directory.class,
            Directory.EMPTY);
    public static final DocumentKind<PlacePage> PAGES = new DocumentKind<>("pages", PlacePage.class, PlacePage.EMPTY);

    /** A stretch has 4096 offsets: a page stays below 300 KB. */
    private static final int STRETCH_BITS = 12;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private Timeline() {}

    /** What puts a thing into a person's list of that name. */
    public static List<Update<?>> updates(Recorded<?> recorded, String list, String id) {
        Place place = new Place(recorded.occurredAt().toInstant(), id);
        String month = month(place.at());
        int stretch = Math.toIntExact(recorded.position().offset() >> STRETCH_BITS);
        return List.of(
                Update.of(DIRECTORIES, directory(recorded.person(), list), state -> state.with(month, stretch)),
                Update.of(PAGES, page(recorded.person(), list, month, stretch), state -> state.with(place)));
    }

    static String month(Instant at) {
        return MONTH.format(at);
    }

    static String directory(PersonId person, String list) {
        return person.value() + "/" + list;
    }

    static String page(PersonId person, String list, String month, int stretch) {
        return person.value() + "/" + list + "/" + month + "/" + stretch;
    }
}
