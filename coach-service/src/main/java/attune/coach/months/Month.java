package attune.coach.months;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import attune.events.PersonId;

/**
 * What a list holds of one person in one month (UTC).
 *
 * @param entries in the order in which they came; at most {@value #MOST}, of more than that the latest
 */
public record Month(List<Entry> entries) {

    public static final Month EMPTY = new Month(List.of());

    private static final int MOST = 5_000;

    public Month {
        entries = List.copyOf(entries);
    }

    /**
     * A reference.
     *
     * @param at where it stands in the list
     * @param id what it is called in the list, and what orders entries of the same time
     * @param of the rest of the id of the document that holds it
     */
    public record Entry(Instant at, String id, String of) {}

    public Month with(Entry entry) {
        Stream<Entry> before = entries.stream().skip(Math.max(0, entries.size() - MOST + 1));
        return new Month(Stream.concat(before, Stream.of(entry)).toList());
    }

    /** The document id of the month that a time lies in, such as {@code client-1/2026-11}. */
    public static String id(PersonId person, Instant at) {
        return id(person, YearMonth.from(at.atOffset(ZoneOffset.UTC)));
    }

    static String id(PersonId person, YearMonth month) {
        return person.value() + "/" + month;
    }
}
