package attune.coach.cases;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.FindingId;
import attune.events.Heard;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskFinding;

/**
 * Keeps the words of each risk finding, for the coaches of the case in which it is. The coaching log holds where they
 * are and never what they are.
 */
public final class FindingsFold implements Fold<JournalEvent> {

    static final DocumentKind<Words> WORDS = new DocumentKind<>("findingWords", Words.class, new Words(null));

    /** The words of a finding. Document id: {@code person/finding}. */
    record Words(@Nullable PrivateText text) {}

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(WORDS);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return switch (recorded.event()) {
            case CheckInRecorded checkIn -> updates(recorded, checkIn.heard());
            case ConflictOpened opened -> updates(recorded, opened.heard());
            case ConflictEntryAdded entry -> updates(recorded, entry.heard());
            case MeasureAnswered _,ConsentsChanged _,PreferencesChanged _ -> List.of();
        };
    }

    private static List<Update<?>> updates(Recorded<?> recorded, @Nullable Heard heard) {
        if (heard == null) {
            return List.of();
        }
        List<Update<?>> updates = new ArrayList<>();
        for (RiskFinding finding : heard.findings()) {
            Words words = new Words(finding.passage().text());
            updates.add(Update.of(WORDS,
                    id(recorded.person(), FindingId.derivedFrom(recorded.id(), updates.size())), _ -> words));
        }
        return updates;
    }

    static String id(PersonId client, FindingId finding) {
        return client.value() + "/" + finding;
    }
}
