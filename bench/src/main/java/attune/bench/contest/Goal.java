package attune.bench.contest;

import org.jspecify.annotations.Nullable;

/**
 * What a contest is to show.
 *
 * @param id such as {@code G4}
 * @param what one line: who against whom, under which load
 * @param metric what the figures are
 * @param ratio the limit for challenger / baseline, or null when there is nothing to compare with
 * @param figure the limit for the challenger's own figure, or null when only the ratio counts
 */
public record Goal(String id, String what, Metric metric, @Nullable Limit ratio, @Nullable Limit figure) {

    /** A goal for a ratio alone. */
    public static Goal ofRatio(String id, String what, Metric metric, double must, double stretch) {
        return new Goal(id, what, metric, new Limit(must, stretch), null);
    }

    /** A goal for a figure alone. */
    public static Goal ofFigure(String id, String what, Metric metric, double must, double stretch) {
        return new Goal(id, what, metric, null, new Limit(must, stretch));
    }

    /** The same goal with a limit for the challenger's own figure on top. */
    public Goal andFigure(double must, double stretch) {
        return new Goal(id, what, metric, ratio, new Limit(must, stretch));
    }
}
