package attune.checkin.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * When a change of a score is more than noise.
 *
 * @param personalDays how many days from the first score on tell how much this person's scores scatter; null if the line
 *            is the same for everybody
 * @param leastScores how many scores it takes in those days
 * @param otherwise the line for everybody: a change must be larger than this, in points of the score
 */
record ChangeRule(@Nullable Integer personalDays, @Nullable Integer leastScores, Double otherwise, String source) {

    /** Of a normal scatter, 95 % lie within this many standard deviations. */
    private static final double OF_95_PERCENT = 1.96;

    ChangeRule {
        Objects.requireNonNull(otherwise, "otherwise");
        Objects.requireNonNull(source, "source");
        if ((personalDays == null) != (leastScores == null) || (leastScores != null && leastScores < 2)) {
            throw new IllegalArgumentException("a personal line needs days, and at least two scores");
        }
    }

    /** The scores that count as the beginning: of the first days, or the very first one. */
    List<DatedScore> beginning(List<DatedScore> early) {
        if (personalDays == null || early.isEmpty()) {
            return early.stream().limit(1).toList();
        }
        Instant end = early.getFirst().at().plus(Duration.ofDays(personalDays));
        return early.stream().filter(score -> score.at().isBefore(end)).toList();
    }

    /** The line that a change must pass, for a person with this beginning. */
    double line(List<DatedScore> beginning) {
        if (leastScores == null || beginning.size() < leastScores) {
            return otherwise;
        }
        double mean = mean(beginning);
        double squares = beginning.stream().mapToDouble(score -> square(score.value() - mean)).sum();
        double scatter = Math.sqrt(squares / (beginning.size() - 1));
        return scatter == 0 ? otherwise : OF_95_PERCENT * scatter;
    }

    static double mean(List<DatedScore> scores) {
        return scores.stream().mapToDouble(DatedScore::value).average().orElse(Double.NaN);
    }

    private static double square(double value) {
        return value * value;
    }
}
