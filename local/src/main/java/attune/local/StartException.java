package attune.local;

import java.io.Serial;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

import attune.embedded.EmbeddedException;

/** Attune cannot start. The message is one sentence for the person at the keyboard: what is wrong and what to do. */
final class StartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        this(message, null);
    }

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence for whatever went wrong in a part. */
    static StartException because(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartException known -> {
                    return known;
                }
                case EmbeddedException known -> {
                    return new StartException(String.valueOf(known.getMessage()), known);
                }
                case PortInUseException taken -> {
                    return new StartException(
                            "Port %d is in use by another program: stop that program or choose another port (./attune help)."
                                    .formatted(taken.getPort()),
                            taken);
                }
                default -> {
                    // the reason lies deeper
                }
            }
        }
        return new StartException("A part of Attune did not start; the log in the data folder says why.", fault);
    }
}
