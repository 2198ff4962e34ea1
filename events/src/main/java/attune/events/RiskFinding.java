package attune.events;

import java.util.Objects;

/**
 * A passage that may speak of danger.
 *
 * @param negated whether the text says that it is not so; false when not said
 * @param confidence 0..1
 * @param rule which rule found it
 * @param tier what this finding alone asks for, its context considered; {@link RiskTier#S0} when the context took it
 *            down: it is kept nevertheless, so that people can see what was passed over
 */
public record RiskFinding(RiskFamily family, Passage passage, Experiencer who, Boolean negated, Timing time,
        Double confidence, String rule, RiskTier tier) {

    public RiskFinding {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(passage, "passage");
        Objects.requireNonNull(who, "who");
        negated = Objects.requireNonNullElse(negated, false);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(tier, "tier");
    }
}
