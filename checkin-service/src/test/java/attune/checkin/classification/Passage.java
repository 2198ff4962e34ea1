package attune.checkin.classification;

import org.jspecify.annotations.Nullable;

import attune.events.RiskTier;

/**
 * A labelled text to learn from.
 *
 * @param tier what careful readers would ask for
 * @param danger the kind, where it was labelled
 * @param weight how much it counts beside others
 */
record Passage(String text, RiskTier tier, @Nullable Danger danger, double weight) {

    boolean isReview() {
        return tier.atLeast(RiskTier.S2);
    }
}
