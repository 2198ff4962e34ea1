package attune.checkin.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent.ConsentsChanged;
import attune.events.Position;

/** A person's consents as the history keeps them: the latest. */
public record ConsentsDocument(@Nullable ConsentsChanged said, @Nullable Position position) {

    public static final DocumentKind<ConsentsDocument> KIND = new DocumentKind<>("consents", ConsentsDocument.class,
            new ConsentsDocument(null, null));

    /** What a change of consents changes. */
    public static List<Update<?>> updates(Recorded<?> recorded, ConsentsChanged said) {
        return List.of(Update.of(KIND, recorded.person().value(),
                _ -> new ConsentsDocument(said, recorded.position())));
    }

    @Nullable
    Wish<ConsentsChanged> wish() {
        return said == null ? null : new Wish<>(said, position);
    }
}
