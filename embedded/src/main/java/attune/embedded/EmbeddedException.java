package attune.embedded;

import java.io.Serial;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Something of this package could not start or could not do its work. The message is one sentence for the person at
 * the keyboard: what happened and what to do.
 */
public abstract sealed class EmbeddedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private EmbeddedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The port that was asked for belongs to another process. */
    public static final class PortInUse extends EmbeddedException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final int port;

        PortInUse(String who, int port, @Nullable Throwable cause) {
            super("%s cannot listen on port %d because another program uses it: stop that program or choose another port."
                    .formatted(who, port), cause);
            this.port = port;
        }

        /** The port in question, 1 to 65535. */
        public int port() {
            return port;
        }
    }

    /** The data folder cannot be made, cannot be written, or is held by another process. */
    public static final class FolderUnusable extends EmbeddedException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Path folder;

        FolderUnusable(Path folder, String why, @Nullable Throwable cause) {
            super("The folder %s cannot be used: %s.".formatted(folder, why), cause);
            this.folder = folder;
        }

        /** The folder in question. */
        public Path folder() {
            return folder;
        }
    }

    /** Any other fault; the cause tells more. */
    public static final class Failed extends EmbeddedException {

        @Serial
        private static final long serialVersionUID = 1L;

        Failed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
