package attune.events;

import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a note in a case; made by the coach's client. */
public record NoteId(@JsonValue UUID value) {

    public NoteId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static NoteId of(String text) {
        return new NoteId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
