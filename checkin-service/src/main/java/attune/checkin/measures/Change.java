package attune.checkin.measures;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a person's score.
 *
 * @param from the score at the beginning: the first, or the mean of the first days; absent if there is none
 * @param to the newest score; absent if there is none after the beginning
 * @param at when the newest score was
 * @param line how large a change must be to be more than noise
 */
record Change(String measure, String version, ChangeKind change, @Nullable Double from, @Nullable Double to,
        @Nullable Instant at, @Nullable Double line) {

    /** The change between the beginning and the newest score. */
    static Change of(Measure measure, Standing standing) {
        ChangeRule rule = measure.change();
        DatedScore newest = standing.newest();
        if (rule == null || newest == null) {
            return new Change(measure.name(), measure.version(), ChangeKind.INSUFFICIENT, null, null, null, null);
        }
        List<DatedScore> beginning = rule.beginning(standing.early());
        double from = ChangeRule.mean(beginning);
        double line = rule.line(beginning);
        boolean hasMore = beginning.stream().allMatch(score -> score.at().isBefore(newest.at()));
        return new Change(measure.name(), measure.version(),
                hasMore ? kind(measure, from, newest.value(), line) : ChangeKind.INSUFFICIENT, from,
                hasMore ? newest.value() : null, hasMore ? newest.at() : null, line);
    }

    static ChangeKind kind(Measure measure, double from, double to, double line) {
        double better = measure.higherIs().equals("better") ? to - from : from - to;
        if (Math.abs(better) <= line) {
            return ChangeKind.UNCHANGED;
        }
        if (better < 0) {
            return ChangeKind.DETERIORATED;
        }
        Measure.CutOff cutOff = measure.cutOff();
        return cutOff != null && from >= cutOff.atLeast() && to < cutOff.atLeast()
                ? ChangeKind.RECOVERED
                : ChangeKind.IMPROVED;
    }
}
