package attune.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An event with its CloudEvents attributes. Times outside the years 0 to 9999, which RFC 3339 cannot write, are an
 * {@link IllegalArgumentException}.
 *
 * @param id the same for the same event, also when it was written twice
 * @param person whom the event is about; the key on the log
 * @param occurredAt when it happened for the person, perhaps offline, with their offset; kept to the millisecond,
 *            the offset to the minute
 * @param recordedAt when it was appended; kept to the millisecond. Order on a log is by position, not by this
 * @param source the service that wrote it, such as {@code checkin-service}
 * @param cause what it followed from, if it is a decision
 * @param traceparent the W3C trace context in which it was written, if any
 */
public record Envelope<E extends Event>(EventId id, PersonId person, OffsetDateTime occurredAt, Instant recordedAt,
        String source, @Nullable Cause cause, @Nullable String traceparent, E event) {

    public Envelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(event, "event");
        occurredAt = Rfc3339.writable(occurredAt);
        recordedAt = Rfc3339.writable(recordedAt);
    }

    public Envelope<E> withTraceparent(@Nullable String newTraceparent) {
        return new Envelope<>(id, person, occurredAt, recordedAt, source, cause, newTraceparent, event);
    }

    public Envelope<E> withRecordedAt(Instant newRecordedAt) {
        return new Envelope<>(id, person, occurredAt, newRecordedAt, source, cause, traceparent, event);
    }
}
