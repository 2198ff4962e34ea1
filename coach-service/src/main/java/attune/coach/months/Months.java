package attune.coach.months;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import attune.coach.months.Month.Entry;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.Documents;
import attune.events.PersonId;
import attune.http.cursors.Cursor;

/** Reads lists newest first, by the months in which they may hold something. */
public final class Months {

    /** Newer first; of the same time, the greater id. */
    public static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::at).thenComparing(Entry::id)
            .reversed();

    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    /** Most pages are found in the first query; who was silent for long needs another. */
    private static final int FIRST_STRIDE = 2;

    private final Documents documents;

    public Months(Documents documents) {
        this.documents = documents;
    }

    /**
     * The entries of some lists of one person, merged.
     *
     * @param after where to begin, without the entry there; null for the newest
     * @param most how many at most
     * @param now where the lists end
     */
    public Mono<List<Entry>> newestFirst(List<DocumentKind<Month>> lists, PersonId person, @Nullable Cursor after,
            int most, Instant now) {
        YearMonth newest = YearMonth.from((after == null ? now : after.at()).atOffset(ZoneOffset.UTC));
        return more(lists, person, isAfter(after), most, newest, FIRST_STRIDE, List.of());
    }

    private Mono<List<Entry>> more(List<DocumentKind<Month>> lists, PersonId person, Predicate<Entry> wanted, int most,
            YearMonth newest, int stride, List<Entry> found) {
        if (found.size() >= most || newest.isBefore(FIRST)) {
            return Mono.just(found.subList(0, Math.min(most, found.size())));
        }
        List<String> ids = new ArrayList<>(stride);
        for (YearMonth month = newest; ids.size() < stride && !month.isBefore(FIRST); month = month.minusMonths(1)) {
            ids.add(Month.id(person, month));
        }
        return Flux.fromIterable(lists)
                .flatMap(list -> documents.findAll(list, ids), lists.size())
                .flatMapIterable(months -> months.values())
                .flatMapIterable(Month::entries)
                .filter(wanted)
                .sort(NEWEST_FIRST)
                .take(most)
                .collectList()
                .flatMap(older -> more(lists, person, wanted, most, newest.minusMonths(stride), stride * 6,
                        Stream.concat(found.stream(), older.stream()).toList()));
    }

    private static Predicate<Entry> isAfter(@Nullable Cursor cursor) {
        if (cursor == null) {
            return _ -> true;
        }
        Entry last = new Entry(cursor.at(), cursor.id(), "");
        return entry -> NEWEST_FIRST.compare(entry, last) > 0;
    }
}
