package attune.coach.safety;

import java.time.Duration;
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
 * How much care a client needs, from what they tell. It only rises. Besides what each finding asks for by itself, signs
 * of despair that are weak alone add up over seven days: many people at high risk never name it.
 *
 * @param signs the weak signs of the last seven days, each kind once
 * @param reasons why it rose the last time, such as {@code finding}
 */
public record RiskTrajectory(RiskTier tier, List<DespairSign> signs, List<String> reasons) {

    public static final RiskTrajectory INITIAL = new RiskTrajectory(RiskTier.S0, List.of(), List.of());

    private static final Duration WINDOW = Duration.ofDays(7);
    /** So much weight within the window asks for a look (own default). */
    private static final double ENOUGH = 2.6;
    /** With a mood of 1 or 2 it takes less: two signs (handbook 10.3). */
    private static final double ENOUGH_IN_LOW_MOOD = 1.3;
    private static final int LOW_MOOD = 2;

    public RiskTrajectory {
        tier = Objects.requireNonNullElse(tier, RiskTier.S0);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        signs = signs == null ? List.of() : List.copyOf(signs);
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
        List<DespairSign> all = DespairSign.within(signs, heard, happenedAt, WINDOW);
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
        if (heard != null && addsUp(all, heard, mood)) {
            why.add("signs-add-up");
            found = RiskTier.higher(found, RiskTier.S2);
        }
        asks = RiskTier.higher(asks, found);
        return tier.atLeast(asks) ? new RiskTrajectory(tier, all, reasons) : new RiskTrajectory(asks, all, why);
    }

    /** Only what is told now can make the difference, not that time passes. */
    private static boolean addsUp(List<DespairSign> all, Heard heard, @Nullable Integer mood) {
        double weight = all.stream().mapToDouble(DespairSign::weight).sum();
        return DespairSign.isToldIn(heard)
                && weight >= (mood != null && mood <= LOW_MOOD ? ENOUGH_IN_LOW_MOOD : ENOUGH);
    }
}
