package attune.notification.recipients;

import java.util.List;

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
import attune.events.PersonId;

/** Keeps what people last said about how to reach them. */
public final class RecipientFold implements Fold<JournalEvent> {

    /** The name of the fold. */
    public static final String NAME = "recipients";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Log log() {
        return Log.JOURNAL;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(Recipient.DOCUMENT);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        return switch (recorded.event()) {
            case PreferencesChanged said -> List.of(Update.of(Recipient.DOCUMENT,
                    Recipient.documentId(recorded.person()), before -> before.saying(said, recorded.recordedAt())));
            case CheckInRecorded _,ConflictOpened _,ConflictEntryAdded _,ConsentsChanged _,MeasureAnswered _ ->
                List.of();
        };
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return List.of(Update.of(Recipient.DOCUMENT, Recipient.documentId(person), Recipient::asIncomplete));
    }
}
