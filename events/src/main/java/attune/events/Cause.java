package attune.events;

import java.util.Objects;

/** Why a decision stands on a log: the event it followed from, and where that event stands. */
public record Cause(EventId id, Position position) {

    public Cause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(position, "position");
    }
}
