package attune.events;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a person wrote in their own words. It is never logged, never a metric label, never part of an error:
 * {@link #toString()} says no more than its length.
 *
 * @param value the text as the person wrote it
 */
public record PrivateText(@JsonValue String value) {

    public PrivateText {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static PrivateText of(String value) {
        return new PrivateText(value);
    }

    @Override
    public String toString() {
        return "PrivateText[" + value.length() + " characters]";
    }
}
