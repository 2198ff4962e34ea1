package attune.http.cursors;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import attune.http.problems.FieldError;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/**
 * A place in a list that is ordered by time and then by id. It names no person: a list is always read within what
 * belongs to the caller, so another person's cursor tells nothing.
 *
 * @param at the time of the last item seen
 * @param id the id of the last item seen, at most 200 printable ASCII characters
 */
public record Cursor(Instant at, String id) {

    private static final ProblemKind INVALID = new ProblemKind("invalid-cursor",
            ProblemKind.BAD_REQUEST.status(), "This cursor is not one of ours");
    private static final int TIME_BYTES = Long.BYTES + Integer.BYTES;
    private static final int LONGEST = 300;

    public Cursor {
        if (!isId(id)) {
            throw new IllegalArgumentException("an id of 1 to 200 printable ASCII characters is needed");
        }
    }

    /** The opaque form: base64url without padding. */
    public String encode() {
        byte[] name = id.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(TIME_BYTES + name.length)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .put(name)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The place that {@link #encode()} wrote.
     *
     * @throws ProblemException 400 {@code invalid-cursor}
     */
    public static Cursor decode(String text) {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long second = bytes.getLong();
            int nano = bytes.getInt();
            String id = StandardCharsets.ISO_8859_1.decode(bytes).toString();
            if (nano < 0 || nano >= 1_000_000_000) {
                throw invalid();
            }
            return new Cursor(Instant.ofEpochSecond(second, nano), id);
        } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException | ArithmeticException _) {
            throw invalid();
        }
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= 200 && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static ProblemException invalid() {
        return INVALID.problem("Begin the list again without a cursor.")
                .errors(List.of(FieldError.inParameter("cursor", "invalid", "Send the next of an earlier page.")));
    }
}
