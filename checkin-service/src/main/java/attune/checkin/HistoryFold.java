package attune.checkin;

import java.util.List;

import attune.checkin.checkins.CheckInDocument;
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
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;

/** What clients said, as their own history. The first in the log wins; it decides nothing. */
final class HistoryFold implements Fold<JournalEvent> {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(CheckInDocument.KIND, Timeline.DIRECTORIES, Timeline.PAGES);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return switch (recorded.event()) {
            case CheckInRecorded checkIn -> CheckInDocument.updates(recorded, checkIn);
            case ConflictOpened _ -> List.of();
            case ConflictEntryAdded _ -> List.of();
            case ConsentsChanged _ -> List.of();
            case PreferencesChanged _ -> List.of();
        };
    }
}
