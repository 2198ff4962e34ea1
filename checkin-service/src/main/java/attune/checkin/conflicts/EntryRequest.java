package attune.checkin.conflicts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.checkin.intake.Said;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.EntryKind;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.Repair;

/** What followed a conflict, as the client sends it. */
record EntryRequest(@Nullable String kind, @Nullable String occurredAt, @Nullable Integer minutes,
        @Nullable String repair, @Nullable Integer howReceived, @Nullable Integer understood, @Nullable String note) {

    private static final int LONGEST_NOTE = 4000;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final Set<EntryKind> WITH_MINUTES = EnumSet.of(EntryKind.TIME_OUT);
    private static final Set<EntryKind> WITH_REPAIR = EnumSet.of(EntryKind.REPAIR_TRIED, EntryKind.REPAIR_RECEIVED);
    private static final Set<EntryKind> WITH_UNDERSTOOD = EnumSet.of(EntryKind.UNDERSTOOD, EntryKind.REPAIR_TRIED,
            EntryKind.REPAIR_RECEIVED, EntryKind.RESOLVED);

    /** What it says; 400 with every faulty field, also those that do not fit the kind. */
    Said<ConflictEntryAdded> read(PersonId person, ConflictId conflict, EntryId id, Instant now) {
        Reading reading = new Reading();
        reading.required("/kind", kind);
        EntryKind what = reading.choice("/kind", kind, EntryKind.class);
        OffsetDateTime time = reading.time("/occurredAt", occurredAt, now);
        reading.range("/minutes", minutes, 1, MINUTES_OF_A_DAY);
        Repair how = reading.choice("/repair", repair, Repair.class);
        reading.rating("/howReceived", howReceived);
        reading.rating("/understood", understood);
        PrivateText text = reading.text("/note", note, LONGEST_NOTE);
        if (what != null) {
            refuseWhatDoesNotFit(what, text, reading);
        }
        reading.throwIfAny();
        return new Said<>(
                EventId.about(person, EventType.CONFLICT_ENTRY_ADDED, conflict.toString(), id.toString()), person,
                new ConflictEntryAdded(conflict, id, Objects.requireNonNull(what), minutes, how, howReceived,
                        understood, text, null),
                time, now);
    }

    private void refuseWhatDoesNotFit(EntryKind what, @Nullable PrivateText text, Reading reading) {
        reading.fits("/minutes", minutes, WITH_MINUTES, what);
        reading.fits("/repair", repair, WITH_REPAIR, what);
        reading.fits("/howReceived", howReceived, WITH_REPAIR, what);
        reading.fits("/understood", understood, WITH_UNDERSTOOD, what);
        if (what == EntryKind.NOTE) {
            reading.required("/note", text);
        }
    }
}
