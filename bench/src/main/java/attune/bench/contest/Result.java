package attune.bench.contest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How a contest went. Warm-up rounds are not in it.
 *
 * @param baseline the name of the one compared with, or null when there was none
 * @param challenger the name of the one in question
 * @param baselineRounds its rounds, in order; empty when there was none
 * @param challengerRounds its rounds, in order, each beside the baseline's of the same place
 * @param flaws why the result is void; empty when it holds
 */
public record Result(Goal goal, @Nullable String baseline, String challenger, List<Showing> baselineRounds,
        List<Showing> challengerRounds, List<String> flaws) {

    public Result {
        baselineRounds = List.copyOf(baselineRounds);
        challengerRounds = List.copyOf(challengerRounds);
        flaws = List.copyOf(flaws);
    }

    /** True when nothing speaks against believing it. */
    public boolean holds() {
        return flaws.isEmpty();
    }

    /** Challenger / baseline of a kind of figure, round by round. */
    public List<Double> ratios(Metric metric) {
        return IntStream.range(0, Math.min(baselineRounds.size(), challengerRounds.size()))
                .mapToObj(i -> challengerRounds.get(i).figure(metric) / baselineRounds.get(i).figure(metric))
                .toList();
    }

    /** The median of the ratios, or NaN when there was nothing to compare with. */
    public double ratio(Metric metric) {
        return median(ratios(metric));
    }

    /** The challenger's own figure: the median of its rounds. */
    public double figure() {
        return median(challengerRounds.stream().map(showing -> showing.figure(goal.metric())).toList());
    }

    /** How the goal stands: the worse of its limits. */
    public Limit.Standing standing() {
        Limit.Standing standing = Limit.Standing.STRETCH;
        if (goal.ratio() != null) {
            standing = worse(standing, goal.ratio().judge(ratio(goal.metric()), goal.metric().moreIsBetter()));
        }
        if (goal.figure() != null) {
            standing = worse(standing, goal.figure().judge(figure(), goal.metric().moreIsBetter()));
        }
        return standing;
    }

    /** The middle of some figures; of an even number the mean of the two in the middle; NaN of none. */
    public static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0 || Arrays.stream(sorted).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Limit.Standing worse(Limit.Standing one, Limit.Standing other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
