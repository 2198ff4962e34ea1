package attune.events;

import java.util.Objects;

/**
 * A piece of a text.
 *
 * @param field which text of the resource, as a JSON Pointer such as {@code /note} or {@code /words/3}
 * @param start where it begins, inclusive, in UTF-16 units of that text
 * @param end where it ends, exclusive
 * @param text the piece itself
 */
public record Passage(String field, Integer start, Integer end, PrivateText text) {

    public Passage {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(text, "text");
    }
}
