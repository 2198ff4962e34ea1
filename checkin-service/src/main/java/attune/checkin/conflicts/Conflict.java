package attune.checkin.conflicts;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.conflicts.ConflictDocument.KeptEntry;
import attune.checkin.intake.Kept;
import attune.checkin.support.Support;
import attune.events.About;
import attune.events.Audience;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PrivateText;

/**
 * A conflict as the client gets it back.
 *
 * @param entries in the order in which they happened; absent in lists and in the answer to its own PUT
 * @param support in the answer to its own PUT only, and only if something calls for it
 */
record Conflict(ConflictId id, OffsetDateTime occurredAt, About about, @Nullable PrivateText topic,
        @Nullable Integer intensity, @Nullable Integer arousal, boolean stillGoingOn,
        @Nullable PrivateText whatHappened, List<Conduct> saidOrDone, @Nullable Integer understood,
        List<Audience> audience, @Nullable List<Entry> entries, @Nullable Support support) {

    static Conflict of(Kept<ConflictOpened> kept) {
        return of(kept, null, null);
    }

    static Conflict of(Kept<ConflictOpened> kept, @Nullable List<Entry> entries, @Nullable Support support) {
        ConflictOpened said = kept.event();
        return new Conflict(said.conflict(), kept.occurredAt(), said.about(), said.topic(), said.intensity(),
                said.arousal(), said.stillGoingOn(), said.whatHappened(), said.saidOrDone(), said.understood(),
                said.audience(), entries, support);
    }

    static List<Entry> story(List<KeptEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.occurredAt().toInstant()))
                .map(entry -> Entry.of(entry.said(), entry.occurredAt(), null))
                .toList();
    }
}
