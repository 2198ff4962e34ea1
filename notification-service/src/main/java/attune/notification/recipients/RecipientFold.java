package attune.notification.recipients;

import java.util.ArrayList;
import java.util.List;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Log;
import attune.events.PersonId;
import attune.notification.reminders.Rhythm;

/** Keeps what people last said about how to reach them, and sets the timers of what they are to be reminded of. */
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
        return List.of(Recipient.DOCUMENT, Rhythm.DOCUMENT);
    }

    @Override
    public List<Update<?>> updates(Recorded<JournalEvent> recorded) {
        List<Update<?>> updates = new ArrayList<>(Rhythm.updates(recorded));
        if (recorded.event() instanceof PreferencesChanged said) {
            updates.add(Update.of(Recipient.DOCUMENT, Recipient.documentId(recorded.person()),
                    before -> before.saying(said, recorded.recordedAt())));
        }
        return updates;
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return List.of(Update.of(Recipient.DOCUMENT, Recipient.documentId(person), Recipient::asIncomplete));
    }
}
