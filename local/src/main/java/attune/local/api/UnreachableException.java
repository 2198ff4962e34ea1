package attune.local.api;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Attune does not answer. The message is one sentence for the person at the keyboard. */
public final class UnreachableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
