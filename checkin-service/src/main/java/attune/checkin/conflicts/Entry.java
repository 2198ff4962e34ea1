package attune.checkin.conflicts;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.support.Support;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.PrivateText;
import attune.events.Repair;

/**
 * What followed a conflict, as the client gets it back.
 *
 * @param support in the answer to its own PUT only, and only if something calls for it
 */
record Entry(EntryId id, EntryKind kind, OffsetDateTime occurredAt, @Nullable Integer minutes,
        @Nullable Repair repair, @Nullable Integer howReceived, @Nullable Integer understood,
        @Nullable PrivateText note, @Nullable Support support) {

    static Entry of(Kept<ConflictEntryAdded> kept, @Nullable Support support) {
        return of(kept.event(), kept.occurredAt(), support);
    }

    static Entry of(ConflictEntryAdded said, OffsetDateTime occurredAt, @Nullable Support support) {
        return new Entry(said.entry(), said.kind(), occurredAt, said.minutes(), said.repair(), said.howReceived(),
                said.understood(), said.note(), support);
    }
}
