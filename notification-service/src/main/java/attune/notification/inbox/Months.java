package attune.notification.inbox;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import attune.eventlog.documents.DocumentKind;
import attune.events.PersonId;

/**
 * In which months a person was told something. Document id: the person.
 *
 * @param months such as {@code 2026-11}, in UTC, newest first
 */
record Months(List<String> months) {

    static final DocumentKind<Months> DOCUMENT = new DocumentKind<>("inboxes", Months.class, new Months(List.of()));

    Months {
        months = List.copyOf(months);
    }

    static String documentId(PersonId person) {
        return person.value();
    }

    static String monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC)).toString();
    }

    Months with(String month) {
        if (months.contains(month)) {
            return this;
        }
        List<String> more = new ArrayList<>(months);
        more.add(month);
        more.sort(Comparator.reverseOrder());
        return new Months(more);
    }
}
