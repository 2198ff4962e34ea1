package attune.checkin.conflicts;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.timeline.Listed;
import attune.checkin.timeline.Timeline;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;
import attune.events.Position;

/**
 * A conflict as the history keeps it: the first that came under its id, and what followed it.
 *
 * @param entries in the order of the log, each id once
 */
public record ConflictDocument(@Nullable ConflictOpened said, @Nullable OffsetDateTime occurredAt,
        @Nullable Position position, List<KeptEntry> entries) implements Listed {

    public static final DocumentKind<ConflictDocument> KIND = new DocumentKind<>("conflicts", ConflictDocument.class,
            new ConflictDocument(null, null, null, List.of()));

    static final String LIST = "conflicts";

    /** How many entries are taken in. */
    static final int MOST_ENTRIES = 200;

    /** A few more, for those that come in at the same time elsewhere; the document must stay one that can be written. */
    private static final int MOST_KEPT = 250;

    public ConflictDocument {
        entries = List.copyOf(entries);
    }

    /** An entry where it stands on the log. */
    public record KeptEntry(ConflictEntryAdded said, OffsetDateTime occurredAt, Position position) {}

    /** What a conflict changes. */
    public static List<Update<?>> updates(Recorded<?> recorded, ConflictOpened said) {
        List<Update<?>> updates = new ArrayList<>();
        updates.add(Update.of(KIND, id(recorded.person(), said.conflict()), state -> state.opened(recorded, said)));
        updates.addAll(Timeline.updates(recorded, LIST, said.conflict().toString()));
        return updates;
    }

    /** What an entry changes. */
    public static List<Update<?>> updates(Recorded<?> recorded, ConflictEntryAdded said) {
        return List.of(Update.of(KIND, id(recorded.person(), said.conflict()), state -> state.added(recorded, said)));
    }

    static String id(PersonId person, ConflictId conflict) {
        return person.value() + "/" + conflict;
    }

    private ConflictDocument opened(Recorded<?> recorded, ConflictOpened opened) {
        return said != null
                ? this
                : new ConflictDocument(opened, recorded.occurredAt(), recorded.position(), List.of());
    }

    private ConflictDocument added(Recorded<?> recorded, ConflictEntryAdded entry) {
        if (said == null || entry(entry.entry()).isPresent() || entries.size() >= MOST_KEPT) {
            return this;
        }
        List<KeptEntry> more = new ArrayList<>(entries);
        more.add(new KeptEntry(entry, recorded.occurredAt(), recorded.position()));
        return new ConflictDocument(said, occurredAt, position, more);
    }

    Optional<Kept<ConflictEntryAdded>> entry(EntryId id) {
        return entries.stream()
                .filter(entry -> entry.said().entry().equals(id))
                .findFirst()
                .map(entry -> new Kept<>(entry.said(), entry.occurredAt(), entry.position()));
    }

    @Nullable
    Kept<ConflictOpened> kept() {
        return said == null || occurredAt == null || position == null ? null : new Kept<>(said, occurredAt, position);
    }
}
