package attune.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a case: derived from the event that opened it. */
public record CaseId(@JsonValue UUID value) {

    public CaseId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static CaseId of(String text) {
        return new CaseId(CanonicalUuid.parse(text));
    }

    /** The case that this event opens: the same however often it is opened. */
    public static CaseId derivedFrom(EventId cause) {
        return new CaseId(DerivedUuid.of("case", cause.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
