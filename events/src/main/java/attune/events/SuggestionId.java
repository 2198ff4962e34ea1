package attune.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a suggestion: derived from the event that caused it and the rule that made it. */
public record SuggestionId(@JsonValue UUID value) {

    public SuggestionId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static SuggestionId of(String text) {
        return new SuggestionId(CanonicalUuid.parse(text));
    }

    /** The suggestion that this rule makes of this event: the same however often it is made. */
    public static SuggestionId derivedFrom(EventId cause, String rule) {
        return new SuggestionId(DerivedUuid.of("suggestion", cause.toString(), rule));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
