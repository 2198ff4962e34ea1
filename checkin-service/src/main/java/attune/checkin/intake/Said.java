package attune.checkin.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import attune.events.EventId;
import attune.events.Heard;
import attune.events.JournalEvent;
import attune.events.PersonId;

/**
 * What a client says under an id of their own: checked, and ready for the log.
 *
 * @param id the same whenever the same person says something under the same id
 * @param occurredAt when it happened, if the client said so; whoever leaves it out means what they said before or now
 * @param receivedAt when it came in
 */
public record Said<E extends JournalEvent>(EventId id, PersonId person, E event, @Nullable OffsetDateTime occurredAt,
        Instant receivedAt) {

    /** The same with what was heard in it. */
    Said<E> with(Heard heard) {
        return new Said<>(id, person, Spoken.with(event, heard), occurredAt, receivedAt);
    }

    /** Whether it was said before in these words, whatever was heard in them then. */
    boolean sameAs(E known, OffsetDateTime knownOccurredAt) {
        return Spoken.with(event, null).equals(Spoken.with(known, null))
                && (occurredAt == null || occurredAt.equals(knownOccurredAt));
    }

    OffsetDateTime occurredAtOrNow() {
        return occurredAt != null ? occurredAt : receivedAt.atOffset(ZoneOffset.UTC);
    }
}
