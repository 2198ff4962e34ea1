package attune.coach.rules;

import java.io.Serial;

/** The rule book cannot be used. The message is one sentence: which file, and what is wrong in it. */
public final class UnusableRuleBookException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnusableRuleBookException(String file, String fault) {
        super("The rule book " + file + " cannot be used: " + fault + ".");
    }
}
