package attune.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import attune.eventlog.documents.DocumentKind;
import attune.events.NotificationId;
import attune.events.PersonId;

/**
 * What a person was told in one month. Document id: {@code person/2026-11}.
 *
 * @param entries newest first
 */
record MonthPage(List<Entry> entries) {

    static final DocumentKind<MonthPage> DOCUMENT = new DocumentKind<>("inboxMonths", MonthPage.class,
            new MonthPage(List.of()));

    static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::plannedAt)
            .thenComparing(entry -> entry.notification().toString())
            .reversed();

    MonthPage {
        entries = List.copyOf(entries);
    }

    /** A notification and its place in the list. */
    record Entry(Instant plannedAt, NotificationId notification) {}

    static String documentId(PersonId person, String month) {
        return person.value() + "/" + month;
    }

    MonthPage with(Entry entry) {
        for (Entry other : entries) {
            if (other.notification().equals(entry.notification())) {
                return this;
            }
        }
        List<Entry> more = new ArrayList<>(entries);
        int place = 0;
        while (place < more.size() && NEWEST_FIRST.compare(more.get(place), entry) < 0) {
            place++;
        }
        more.add(place, entry);
        return new MonthPage(more);
    }
}
