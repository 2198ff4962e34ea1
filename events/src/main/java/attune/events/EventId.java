package attune.events;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names an event on every log, for ever. Two records on a log with the same event id are the same event: the first
 * counts, the later is a twin without effect.
 */
public record EventId(@JsonValue UUID value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public EventId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static EventId of(String text) {
        return new EventId(CanonicalUuid.parse(text));
    }

    /** A new id, version 7 (RFC 9562, 5.7): ids made later sort later, to the millisecond. */
    public static EventId random(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(high, low));
    }

    /** The id of what a rule decides because of an event: deciding it twice gives the same id. */
    public static EventId derivedFrom(EventId cause, String rule) {
        return new EventId(DerivedUuid.of("decision", cause.toString(), rule));
    }

    /**
     * The id of the event that tells of something a client named itself: sending it twice gives the same id.
     *
     * @param parts what names it below the person, such as the id of a check-in
     */
    public static EventId about(PersonId person, EventType type, String... parts) {
        String[] all = new String[parts.length + 3];
        all[0] = "resource";
        all[1] = person.value();
        all[2] = type.wireName();
        System.arraycopy(parts, 0, all, 3, parts.length);
        return new EventId(DerivedUuid.of(all));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
