package attune.local.play;

import java.io.Serial;

/** The command cannot do what it was told. The message is one sentence for the person at the keyboard. */
final class PlayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PlayException(String message) {
        super(message);
    }
}
