package attune.coach.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.events.Analysis;
import attune.events.Heard;
import attune.events.RiskFinding;
import attune.events.RiskTier;

/**
 * How much care a client needs, from what they tell. It only rises.
 *
 * @param reasons why it rose the last time, such as {@code finding}
 */
public record RiskTrajectory(RiskTier tier, List<String> reasons) {

    public static final RiskTrajectory INITIAL = new RiskTrajectory(RiskTier.S0, List.of());

    public RiskTrajectory {
        tier = Objects.requireNonNullElse(tier, RiskTier.S0);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /**
     * The trajectory after something that the client told.
     *
     * @param heard what was understood of its texts; null if nobody listened
     * @param hadText whether there were texts
     * @param mood 1..5
     * @param happenedAt when it was so for the client
     */
    public RiskTrajectory after(@Nullable Heard heard, boolean hadText, @Nullable Integer mood, Instant happenedAt) {
        Objects.requireNonNull(happenedAt, "happenedAt");
        List<String> why = new ArrayList<>();
        RiskTier asks = RiskTier.S0;
        if (heard == null ? hadText : hadText && heard.analysis() != Analysis.ANALYSED) {
            why.add("not-understood");
            asks = RiskTier.S1;
        }
        RiskTier found = heard == null
                ? RiskTier.S0
                : heard.findings().stream().map(RiskFinding::tier).reduce(RiskTier.S0, RiskTier::higher);
        if (found != RiskTier.S0) {
            why.add("finding");
        }
        asks = RiskTier.higher(asks, found);
        return tier.atLeast(asks) ? this : new RiskTrajectory(asks, why);
    }
}
