package attune.checkin.people;

import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Position;

/** A person's preferences as the history keeps them: the latest. */
public record PreferencesDocument(@Nullable PreferencesChanged said, @Nullable Position position) {

    public static final DocumentKind<PreferencesDocument> KIND = new DocumentKind<>("preferences",
            PreferencesDocument.class, new PreferencesDocument(null, null));

    /** What a change of preferences changes. */
    public static List<Update<?>> updates(Recorded<?> recorded, PreferencesChanged said) {
        return List.of(Update.of(KIND, recorded.person().value(),
                _ -> new PreferencesDocument(said, recorded.position())));
    }

    @Nullable
    Wish<PreferencesChanged> wish() {
        return said == null ? null : new Wish<>(said, position);
    }
}
