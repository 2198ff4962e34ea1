package attune.local.api;

import java.io.Serial;

/** The provider gave no token. The message is one sentence for the person at the keyboard. */
public final class SignInException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SignInException(String message) {
        super(message);
    }
}
