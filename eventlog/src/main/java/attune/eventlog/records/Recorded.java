package attune.eventlog.records;

import java.time.Instant;
import java.time.OffsetDateTime;

import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.PersonId;
import attune.events.Position;

/**
 * An event where it stands on its log. In a fold, {@link #recordedAt()} never steps back within a partition: it is the
 * fold's only clock.
 */
public record Recorded<E extends Event>(Position position, Envelope<E> envelope) {

    public E event() {
        return envelope.event();
    }

    public EventId id() {
        return envelope.id();
    }

    public PersonId person() {
        return envelope.person();
    }

    public Instant recordedAt() {
        return envelope.recordedAt();
    }

    public OffsetDateTime occurredAt() {
        return envelope.occurredAt();
    }
}
