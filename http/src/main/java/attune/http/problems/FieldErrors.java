package attune.http.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Collects all faults of a body, so that a person hears of them at once. Checks other than {@link #required} let an
 * absent value pass. Lengths are counted in Unicode code points, so that an emoji is about one character. Not safe for
 * use by several threads.
 *
 * <pre>
 * FieldErrors errors = new FieldErrors();
 * errors.required("/mood", body.mood());
 * errors.range("/mood", body.mood(), 1, 5);
 * errors.throwIfAny();
 * </pre>
 */
public final class FieldErrors {

    private static final int MOST = 50;

    private final List<FieldError> errors = new ArrayList<>();

    public void required(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, "required", "This is needed.");
        }
    }

    /** A number within both ends, ends included. */
    public void range(String pointer, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            add(pointer, "range", "Send a number from " + least + " to " + most + ".");
        }
    }

    /** At most so many Unicode code points. */
    public void maxLength(String pointer, @Nullable CharSequence text, int most) {
        if (text != null && text.length() > most && Character.codePointCount(text, 0, text.length()) > most) {
            add(pointer, "too-long", "Send at most " + most + " characters.");
        }
    }

    /** Something other than white space. */
    public void notBlank(String pointer, @Nullable CharSequence text) {
        if (text != null && text.toString().isBlank()) {
            add(pointer, "blank", "Send some text or leave it out.");
        }
    }

    public void maxItems(String pointer, @Nullable Collection<?> items, int most) {
        if (items != null && items.size() > most) {
            add(pointer, "too-many", "Send at most " + most + " of these.");
        }
    }

    public void oneOf(String pointer, @Nullable String value, Collection<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            add(pointer, "one-of", "Send one of: " + String.join(", ", new TreeSet<>(allowed)) + ".");
        }
    }

    /**
     * Any other fault.
     *
     * @param message what is expected; never a piece of the input
     */
    public void add(String pointer, String code, String message) {
        if (errors.size() < MOST) {
            errors.add(FieldError.inBody(pointer, code, message));
        }
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /**
     * Ends the collecting.
     *
     * @throws ProblemException 400 {@code invalid} that names every faulty field, if there is one
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw problem(errors);
        }
    }

    static ProblemException problem(List<FieldError> errors) {
        return ProblemKind.INVALID.problem("Nothing was done. Correct the fields named under errors and send it again.")
                .errors(errors);
    }
}
