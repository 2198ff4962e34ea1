package attune.checkin.files;

import java.io.Serial;

/** A data file cannot be used. The message is one sentence: which file, and what is wrong in it. */
public final class UnusableFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong, as the end of a sentence without its full stop. */
    public UnusableFileException(String file, String fault) {
        super("The file " + file + " cannot be used: " + fault + ".");
    }
}
