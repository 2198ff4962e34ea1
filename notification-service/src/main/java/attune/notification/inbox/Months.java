package attune.notification.inbox;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.events.PersonId;
import attune.events.Position;

/**
 * In which months a person was told something, and when their inbox last changed. Document id: the person.
 *
 * @param months such as {@code 2026-11}, in UTC, newest first
 * @param changed where the last event stands that they can see in their inbox; null before the first
 */
record Months(List<String> months, @Nullable Position changed) {

    static final DocumentKind<Months> DOCUMENT = new DocumentKind<>("inboxes", Months.class,
            new Months(List.of(), null));

    Months {
        months = List.copyOf(months);
    }

    static String documentId(PersonId person) {
        return person.value();
    }

    static String monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC)).toString();
    }

    Months with(String month, Position at) {
        if (months.contains(month)) {
            return changed(at);
        }
        List<String> more = new ArrayList<>(months);
        more.add(month);
        more.sort(Comparator.reverseOrder());
        return new Months(more, at);
    }

    Months changed(Position at) {
        return new Months(months, at);
    }
}
