package attune.coach.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.Analysis;
import attune.events.Heard;
import attune.events.RiskFamily;
import attune.events.RiskFinding;
import attune.events.RiskTier;

/**
 * How much care the texts of one client ask for, taken together over time. It only rises. Besides what each finding asks
 * for by itself, signs that are weak alone add up over seven days: many people at high risk never name it. Pure.
 *
 * @param tier what is asked for by now
 * @param signs the weak signs of the last seven days, oldest first
 * @param reasons why the tier rose last, in words for coaches; empty if it never did
 */
public record RiskTrajectory(RiskTier tier, List<Sign> signs, List<String> reasons) {

    /** Nothing said yet. */
    public static final RiskTrajectory INITIAL = new RiskTrajectory(RiskTier.S0, List.of(), List.of());

    /** For so long weak signs add up (own default). */
    static final Duration WINDOW = Duration.ofDays(7);
    /** The oldest signs are forgotten beyond this. */
    private static final int MOST_SIGNS = 40;
    /** Signs that weigh so much together ask for a look (own default). */
    private static final double ENOUGH = 4;
    /** With a mood of 1 or 2, two signs are enough (handbook 10.3). */
    private static final double ENOUGH_IN_LOW_MOOD = 2;
    private static final int LOW_MOOD = 2;

    private static final Set<RiskFamily> OF_DESPAIR = EnumSet.of(RiskFamily.HOPELESS, RiskFamily.BURDEN);

    /**
     * A weak sign.
     *
     * @param weight how much it counts
     */
    public record Sign(Instant at, RiskFamily family, String words, double weight) {}

    public RiskTrajectory {
        signs = List.copyOf(signs);
        reasons = List.copyOf(reasons);
    }

    /**
     * What comes after one more event.
     *
     * @param heard what was understood of its texts; null if it was written before Attune listened
     * @param hadText whether it had any text at all
     * @param mood 1 to 5, or null if it was not asked
     * @param happenedAt when it happened for the client
     */
    public RiskTrajectory after(@Nullable Heard heard, boolean hadText, @Nullable Integer mood, Instant happenedAt) {
        if (heard == null || !hadText) {
            return this;
        }
        List<Sign> all = recent(heard, happenedAt);
        RiskTier next = RiskTier.S0;
        List<String> why = new ArrayList<>();
        if (heard.analysis() != Analysis.ANALYSED) {
            next = RiskTier.S1;
            why.add(heard.analysis() == Analysis.NOT_ANALYSED
                    ? "a text is in a language that Attune does not understand"
                    : "a text could not be read");
        }
        for (RiskFinding finding : heard.findings()) {
            if (finding.tier().atLeast(RiskTier.S1)) {
                if (!next.atLeast(finding.tier())) {
                    why.clear();
                }
                next = RiskTier.higher(next, finding.tier());
                why.add(finding.family().wireName() + " (" + finding.rule() + ")");
            }
        }
        if (!next.atLeast(RiskTier.S2) && addUp(all, mood)) {
            next = RiskTier.S2;
            why.clear();
            why.add("signs of despair add up over seven days");
        }
        return tier.atLeast(next)
                ? new RiskTrajectory(tier, all, reasons)
                : new RiskTrajectory(next, all, why.stream().distinct().toList());
    }

    private List<Sign> recent(Heard heard, Instant now) {
        List<Sign> all = new ArrayList<>();
        signs.stream().filter(sign -> sign.at().isAfter(now.minus(WINDOW))).forEach(all::add);
        for (RiskFinding finding : heard.findings()) {
            if (finding.tier() == RiskTier.S1 && OF_DESPAIR.contains(finding.family()) && !finding.negated()) {
                all.add(new Sign(now, finding.family(), words(finding), 1));
            }
        }
        return all.size() <= MOST_SIGNS ? all : all.subList(all.size() - MOST_SIGNS, all.size());
    }

    private static String words(RiskFinding finding) {
        return finding.rule();
    }

    private static boolean addUp(List<Sign> all, @Nullable Integer mood) {
        double weight = all.stream().mapToDouble(Sign::weight).sum();
        return weight >= (mood != null && mood <= LOW_MOOD ? ENOUGH_IN_LOW_MOOD : ENOUGH);
    }
}
