package attune.coach.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.About;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.EventId;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PrivateText;
import attune.events.Scope;

/** A conflict that the client shares. It needs the scope for conflicts, its texts the one for text too. */
record ConflictItem(EventId id, Instant at, OffsetDateTime occurredAt, ConflictId conflict, About about,
        @Nullable PrivateText topic, @Nullable Integer intensity, @Nullable Integer arousal, boolean stillGoingOn,
        @Nullable PrivateText whatHappened, List<Conduct> saidOrDone, @Nullable Integer understood)
        implements
            FeedItem {

    static ConflictItem of(Recorded<?> recorded, ConflictOpened opened) {
        return new ConflictItem(recorded.id(), recorded.recordedAt(), recorded.occurredAt(), opened.conflict(),
                opened.about(), opened.topic(), opened.intensity(), opened.arousal(), opened.stillGoingOn(),
                opened.whatHappened(), opened.saidOrDone(), opened.understood());
    }

    @Override
    public String kind() {
        return "conflict";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        boolean text = scopes.contains(Scope.TEXT);
        return scopes.contains(Scope.CONFLICTS)
                ? Optional.of(new ConflictItem(id, at, occurredAt, conflict, about, text ? topic : null, intensity,
                        arousal, stillGoingOn, text ? whatHappened : null, saidOrDone, understood))
                : Optional.empty();
    }
}
