package attune.checkin.statements;

/**
 * A place in a text.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Span(int start, int end) {

    /** Whether the two share a character. */
    boolean touches(Span other) {
        return start < other.end && other.start < end;
    }
}
