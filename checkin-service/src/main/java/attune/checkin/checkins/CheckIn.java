package attune.checkin.checkins;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.events.About;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PrivateText;

/** A check-in as the client gets it back. */
record CheckIn(CheckInId id, OffsetDateTime occurredAt, About about, Integer mood, @Nullable Integer energy,
        @Nullable Integer safety, @Nullable Integer understood, List<PrivateText> words, @Nullable PrivateText note,
        List<Audience> audience) {

    static CheckIn of(Kept<CheckInRecorded> kept) {
        CheckInRecorded said = kept.event();
        return new CheckIn(said.checkIn(), kept.occurredAt(), said.about(), said.mood(), said.energy(), said.safety(),
                said.understood(), said.words(), said.note(), said.audience());
    }
}
