package attune.coach.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.About;
import attune.events.CheckInId;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PrivateText;
import attune.events.Scope;

/** A check-in that the client shares. The ratings need the scope {@code pulse}, words and note the scope {@code text}. */
record CheckInItem(EventId id, Instant at, OffsetDateTime occurredAt, CheckInId checkIn, About about,
        @Nullable Integer mood, @Nullable Integer energy, @Nullable Integer safety, @Nullable Integer understood,
        @Nullable List<PrivateText> words, @Nullable PrivateText note) implements FeedItem {

    static CheckInItem of(Recorded<?> recorded, CheckInRecorded checkIn) {
        return new CheckInItem(recorded.id(), recorded.recordedAt(), recorded.occurredAt(), checkIn.checkIn(),
                checkIn.about(), checkIn.mood(), checkIn.energy(), checkIn.safety(), checkIn.understood(),
                checkIn.words(), checkIn.note());
    }

    @Override
    public String kind() {
        return "check-in";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        boolean pulse = scopes.contains(Scope.PULSE);
        boolean text = scopes.contains(Scope.TEXT);
        return pulse || text
                ? Optional.of(new CheckInItem(id, at, occurredAt, checkIn, about, pulse ? mood : null,
                        pulse ? energy : null, pulse ? safety : null, pulse ? understood : null, text ? words : null,
                        text ? note : null))
                : Optional.empty();
    }
}
