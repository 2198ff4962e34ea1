package attune.events;

import java.util.Objects;

/**
 * Something that a text shows of how people talk to each other.
 *
 * @param negated whether the text says that it is not so; false when not said
 * @param confidence 0..1
 * @param rule which rule found it
 */
public record Cue(CueFamily family, Passage passage, Experiencer who, Boolean negated, Timing time, Double confidence,
        String rule) {

    public Cue {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(passage, "passage");
        Objects.requireNonNull(who, "who");
        negated = Objects.requireNonNullElse(negated, false);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(rule, "rule");
    }
}
