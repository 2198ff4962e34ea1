package attune.coach.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import attune.eventlog.documents.DocumentKind;
import attune.events.CaseId;
import attune.events.PersonId;
import attune.events.Rung;
import attune.http.cursors.Cursor;

/**
 * The cases of one partition in which a coach has a part. Document id: coach and partition, such as {@code coach-1/7}.
 *
 * @param entries at most {@value #MOST}, of more than that the latest
 */
record CoachCases(List<Entry> entries) {

    static final DocumentKind<CoachCases> KIND = new DocumentKind<>("coachCases", CoachCases.class,
            new CoachCases(List.of()));

    private static final int MOST = 2_000;

    CoachCases {
        entries = List.copyOf(entries);
    }

    /**
     * Where a case is.
     *
     * @param openedAt when the coach got a part in it
     */
    record Entry(Instant openedAt, CaseId caseId, PersonId client) {

        static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::openedAt)
                .thenComparing(entry -> entry.caseId().toString()).reversed();

        /** Where it stands in the coach's list. */
        Cursor place() {
            return new Cursor(openedAt, caseId.toString());
        }
    }

    static String id(PersonId coach, int partition) {
        return coach.value() + "/" + partition;
    }

    /** Everybody on a ladder. */
    static Stream<PersonId> on(List<Rung> ladder) {
        return ladder.stream().flatMap(rung -> rung.coaches().stream()).distinct();
    }

    CoachCases with(Entry entry) {
        boolean known = entries.stream().anyMatch(one -> one.caseId().equals(entry.caseId()));
        List<Entry> more = known ? entries : Stream.concat(entries.stream(), Stream.of(entry)).toList();
        return new CoachCases(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
