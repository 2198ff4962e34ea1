package attune.local.play;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a client tells.
 *
 * @param id the id that the client's phone makes for it
 * @param due when it is sent, counted from the start of the run
 * @param conflict what it belongs to, for what followed a conflict
 */
record Item(Kind kind, UUID id, String client, Duration due, ObjectNode body, @Nullable Item conflict) {

    /** What it is; the name is the one that the coach's feed gives it. */
    enum Kind {
        CHECK_IN("check-in", "check-ins"),
        CONFLICT("conflict", "conflicts"),
        ENTRY("entry", "entries");

        private final String name;
        private final String plural;

        Kind(String name, String plural) {
            this.name = name;
            this.plural = plural;
        }

        String spelled() {
            return name;
        }

        String plural() {
            return plural;
        }
    }

    /** Where it is put, below {@code /api/v1}. */
    String path() {
        return conflict == null
                ? "/%s/%s".formatted(kind.plural(), id)
                : "%s/entries/%s".formatted(conflict.path(), id);
    }

    /** The check-in or conflict that a suggestion because of it is about. */
    UUID subject() {
        return conflict == null ? id : conflict.id();
    }
}
