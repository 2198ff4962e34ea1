package attune.checkin.checkins;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.support.Support;
import attune.events.About;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PrivateText;

/**
 * A check-in as the client gets it back.
 *
 * @param support in the answer to its own PUT only, and only if something calls for it
 */
record CheckIn(CheckInId id, OffsetDateTime occurredAt, About about, Integer mood, @Nullable Integer energy,
        @Nullable Integer safety, @Nullable Integer understood, List<PrivateText> words, @Nullable PrivateText note,
        List<Audience> audience, @Nullable Support support) {

    static CheckIn of(Kept<CheckInRecorded> kept) {
        return of(kept, null);
    }

    static CheckIn of(Kept<CheckInRecorded> kept, @Nullable Support support) {
        CheckInRecorded said = kept.event();
        return new CheckIn(said.checkIn(), kept.occurredAt(), said.about(), said.mood(), said.energy(), said.safety(),
                said.understood(), said.words(), said.note(), said.audience(), support);
    }
}
