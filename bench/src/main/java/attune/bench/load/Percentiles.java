package attune.bench.load;

import java.util.Locale;

import org.HdrHistogram.Histogram;

/**
 * What is told of a distribution of latencies, in microseconds. There is no mean: it describes nobody's wait.
 *
 * @param p50 half waited no longer than this
 * @param p99 one in a hundred waited longer
 * @param p999 one in a thousand waited longer
 * @param max the longest wait
 */
public record Percentiles(long p50, long p99, long p999, long max) {

    /** Reads them off a histogram of microseconds. */
    public static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue());
    }

    /** A number of microseconds as milliseconds, with as many digits as mean something. */
    public static String millis(long micros) {
        return String.format(Locale.ROOT, micros < 10_000 ? "%.2f" : micros < 100_000 ? "%.1f" : "%.0f", micros / 1e3);
    }
}
