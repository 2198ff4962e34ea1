package attune.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the answers to a measure among those of its person; made by the client. */
public record AnswersId(@JsonValue UUID value) {

    public AnswersId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static AnswersId of(String text) {
        return new AnswersId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
