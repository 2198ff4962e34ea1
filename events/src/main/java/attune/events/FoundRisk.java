package attune.events;

import java.util.Objects;

/**
 * A risk finding as a case knows it: where it is and what it asks for, without its words.
 *
 * @param about the check-in, conflict, entry or measure in which it was found
 * @param field which text of it, as a JSON Pointer
 * @param start where the passage begins, inclusive, in UTF-16 units of that text
 * @param end where it ends, exclusive
 * @param negated whether the text says that it is not so; false when not said
 * @param confidence 0..1
 * @param rule which rule found it
 * @param tier what this finding alone asks for
 */
public record FoundRisk(FindingId finding, RiskFamily family, Subject about, String field, Integer start, Integer end,
        Experiencer who, Boolean negated, Timing time, Double confidence, String rule, RiskTier tier) {

    public FoundRisk {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(who, "who");
        negated = Objects.requireNonNullElse(negated, false);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(tier, "tier");
    }
}
