package attune.bench.contest;

/**
 * How far a figure has to go.
 *
 * @param must below this (or above it, where less is better) the goal is missed
 * @param stretch what would be a pleasure
 */
public record Limit(double must, double stretch) {

    /** How a figure stands to a limit. */
    public enum Standing {
        MISSED,
        MET,
        STRETCH
    }

    /** Judges a figure. */
    public Standing judge(double figure, boolean moreIsBetter) {
        if (reaches(figure, stretch, moreIsBetter)) {
            return Standing.STRETCH;
        }
        return reaches(figure, must, moreIsBetter) ? Standing.MET : Standing.MISSED;
    }

    private static boolean reaches(double figure, double bound, boolean moreIsBetter) {
        return moreIsBetter ? figure >= bound : figure <= bound;
    }
}
