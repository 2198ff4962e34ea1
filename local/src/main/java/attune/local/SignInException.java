package attune.local;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** No token could be had. The message is one sentence for the person at the keyboard. */
public final class SignInException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SignInException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
