package attune.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * Tallies check-ins: a sum that every event changes, so that a lost or doubled event shows, one document a check-in, and
 * a decision for each. A mood of 5 with the note "break" makes it throw.
 */
final class TallyFold implements Fold<JournalEvent> {

    record Tally(long count, long moods, List<String> last, Map<String, Integer> byAbout, boolean incomplete) {}

    record Seen(int mood, @Nullable PrivateText note) {}

    static final DocumentKind<Tally> TALLIES = new DocumentKind<>("tallies", Tally.class,
            new Tally(0, 0, List.of(), Map.of(), false));
    static final DocumentKind<Seen> SEEN = new DocumentKind<>("seen", Seen.class, new Seen(0, null));

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(TALLIES, SEEN);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        if (!(recorded.event() instanceof CheckInRecorded checkIn)) {
            return List.of();
        }
        String person = recorded.person().value();
        return List.of(
                Update.deciding(TALLIES, person, tally -> tally(tally, checkIn)),
                Update.of(SEEN, person + "/" + checkIn.checkIn(), _ -> new Seen(checkIn.mood(), checkIn.note())));
    }

    private static Folded<Tally> tally(Tally tally, CheckInRecorded checkIn) {
        if (checkIn.note() != null && checkIn.note().value().equals("break")) {
            throw new IllegalStateException("broken on purpose");
        }
        List<String> last = new ArrayList<>(tally.last());
        last.add(checkIn.checkIn().toString());
        Map<String, Integer> byAbout = new java.util.TreeMap<>(tally.byAbout());
        byAbout.merge(checkIn.about().wireName(), 1, Integer::sum);
        Tally after = new Tally(tally.count() + 1, tally.moods() + checkIn.mood(),
                last.subList(Math.max(0, last.size() - 5), last.size()), byAbout, tally.incomplete());
        NothingSuggested decided = new NothingSuggested("test", "count-" + after.count(),
                new Subject(SubjectKind.CHECK_IN, checkIn.checkIn().value()), List.of());
        return new Folded<>(after, List.of(new Decision("tally", decided)));
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return List.of(Update.of(TALLIES, person.value(),
                tally -> new Tally(tally.count(), tally.moods(), tally.last(), tally.byAbout(), true)));
    }
}
