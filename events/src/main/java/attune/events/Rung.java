package attune.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One rung of the ladder of a case.
 *
 * @param coaches who is asked; never empty
 * @param at when they are asked if nobody has acknowledged the case until then
 */
public record Rung(RungKind kind, List<PersonId> coaches, Instant at) {

    public Rung {
        Objects.requireNonNull(kind, "kind");
        coaches = coaches == null ? List.of() : List.copyOf(coaches);
        Objects.requireNonNull(at, "at");
    }
}
