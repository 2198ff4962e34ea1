package attune.events;

import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a person: the {@code sub} of their token, and the key of everything about them on the logs. It never goes into
 * a log line, a metric label or a span.
 *
 * @param value 1 to 64 letters, digits, '.', '_', ':' or '-'; a '/' could break the ids of documents
 */
public record PersonId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public PersonId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A person id has 1 to 64 letters, digits, '.', '_', ':' or '-'");
        }
    }

    @JsonCreator
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    /** Says nothing: a person's id does not belong into log lines. Use {@link #value()} where it is needed. */
    @Override
    public String toString() {
        return "PersonId[...]";
    }
}
