package attune.eventlog.folds;

import java.util.List;
import java.util.Objects;

/** A document's state after an event, and what was decided because of it. */
public record Folded<S extends Record>(S state, List<Decision> decisions) {

    public Folded {
        Objects.requireNonNull(state, "state");
        decisions = List.copyOf(decisions);
    }

    /** The state, and nothing decided. */
    public static <S extends Record> Folded<S> of(S state) {
        return new Folded<>(state, List.of());
    }
}
