package attune.checkin;

import java.util.List;

import attune.checkin.checkins.CheckInDocument;
import attune.checkin.conflicts.ConflictDocument;
import attune.checkin.intake.Recent;
import attune.checkin.measures.AnswersDocument;
import attune.checkin.measures.Standing;
import attune.checkin.people.ConsentsDocument;
import attune.checkin.people.PreferencesDocument;
import attune.checkin.timeline.Timeline;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;

/** What clients said, as their own history. The first in the log wins; it decides nothing. */
final class HistoryFold implements Fold<JournalEvent> {

    @Override
    public String name() {
        return Recent.FOLD;
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(CheckInDocument.KIND, ConflictDocument.KIND, Timeline.DIRECTORIES, Timeline.PAGES,
                ConsentsDocument.KIND, PreferencesDocument.KIND, AnswersDocument.KIND, Standing.KIND);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return switch (recorded.event()) {
            case CheckInRecorded checkIn -> CheckInDocument.updates(recorded, checkIn);
            case ConflictOpened conflict -> ConflictDocument.updates(recorded, conflict);
            case ConflictEntryAdded entry -> ConflictDocument.updates(recorded, entry);
            case MeasureAnswered answers -> AnswersDocument.updates(recorded, answers);
            case ConsentsChanged consents -> ConsentsDocument.updates(recorded, consents);
            case PreferencesChanged preferences -> PreferencesDocument.updates(recorded, preferences);
        };
    }
}
