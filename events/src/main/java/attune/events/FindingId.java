package attune.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a risk finding: derived from the event in which it was found and its place there. */
public record FindingId(@JsonValue UUID value) {

    public FindingId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static FindingId of(String text) {
        return new FindingId(CanonicalUuid.parse(text));
    }

    /**
     * The finding at a place of an event.
     *
     * @param index counts the findings of the event from 0
     */
    public static FindingId derivedFrom(EventId cause, int index) {
        return new FindingId(DerivedUuid.of("finding", cause.toString(), Integer.toString(index)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
