package attune.checkin.conflicts;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.PrivateText;
import attune.events.Repair;

/** What followed a conflict, as the client gets it back. */
record Entry(EntryId id, EntryKind kind, OffsetDateTime occurredAt, @Nullable Integer minutes,
        @Nullable Repair repair, @Nullable Integer howReceived, @Nullable Integer understood,
        @Nullable PrivateText note) {

    static Entry of(Kept<ConflictEntryAdded> kept) {
        return of(kept.event(), kept.occurredAt());
    }

    static Entry of(ConflictEntryAdded said, OffsetDateTime occurredAt) {
        return new Entry(said.entry(), said.kind(), occurredAt, said.minutes(), said.repair(), said.howReceived(),
                said.understood(), said.note());
    }
}
