package attune.coach.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.EventId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.PrivateText;
import attune.events.Repair;
import attune.events.Scope;

/** What happened after a conflict that the client shares; seen by whoever may see the conflict. */
record EntryItem(EventId id, Instant at, OffsetDateTime occurredAt, ConflictId conflict, EntryId entry, EntryKind what,
        @Nullable Integer minutes, @Nullable Repair repair, @Nullable Integer howReceived,
        @Nullable Integer understood, @Nullable PrivateText note) implements FeedItem {

    static EntryItem of(Recorded<?> recorded, ConflictEntryAdded entry) {
        return new EntryItem(recorded.id(), recorded.recordedAt(), recorded.occurredAt(), entry.conflict(),
                entry.entry(), entry.kind(), entry.minutes(), entry.repair(), entry.howReceived(), entry.understood(),
                entry.note());
    }

    @Override
    public String kind() {
        return "entry";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        return scopes.contains(Scope.CONFLICTS)
                ? Optional.of(new EntryItem(id, at, occurredAt, conflict, entry, what, minutes, repair, howReceived,
                        understood, scopes.contains(Scope.TEXT) ? note : null))
                : Optional.empty();
    }
}
