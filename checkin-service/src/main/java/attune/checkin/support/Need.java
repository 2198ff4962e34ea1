package attune.checkin.support;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import attune.events.Analysis;
import attune.events.Heard;
import attune.events.RiskFinding;
import attune.events.RiskTier;

/**
 * What a person may need, judged by one thing that they said.
 *
 * @param tier how urgent it is; never {@link RiskTier#S0}
 */
public record Need(RiskTier tier, Topic topic) {

    private static final Comparator<RiskFinding> MOST_URGENT = Comparator
            .<RiskFinding, RiskTier>comparing(finding -> finding.tier().known())
            .thenComparing(Topic::of, Comparator.reverseOrder());

    /** What the texts call for; null for nothing. Texts that could not be understood call for some care. */
    public static @Nullable Need of(@Nullable Heard heard) {
        if (heard == null) {
            return null;
        }
        Need found = heard.findings().stream().max(MOST_URGENT)
                .map(finding -> of(finding.tier(), Topic.of(finding)))
                .orElse(null);
        return found != null || heard.analysis() == Analysis.ANALYSED ? found : new Need(RiskTier.S1, Topic.UNREAD);
    }

    /** What answers to questions call for; null for nothing. */
    public static @Nullable Need of(RiskTier tier, Topic topic) {
        return tier.known() == RiskTier.S0 ? null : new Need(tier.known(), topic);
    }

    boolean isUrgent() {
        return tier == RiskTier.S3;
    }
}
