package attune.local.listen;

import java.io.Serial;

/** A line of the file cannot be used. The message says why, and never what stands in it. */
final class UnusableLineException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableLineException(String why) {
        super(why);
    }
}
