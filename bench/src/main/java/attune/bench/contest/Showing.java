package attune.bench.contest;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.bench.load.Recording;

/**
 * What one contender showed in one round.
 *
 * @param figures what was measured, by kind
 * @param recording the latencies behind them, or null where there are none
 */
public record Showing(Map<Metric, Double> figures, @Nullable Recording recording) {

    public Showing {
        figures = Map.copyOf(figures);
    }

    /**
     * A round of requests.
     *
     * @param recording what the driver saw
     * @param cpu processor time the server's own processes used meanwhile
     */
    public static Showing of(Recording recording, Duration cpu) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.PER_SECOND, recording.perSecond());
        figures.put(Metric.P99, recording.latency().p99() / 1e3);
        figures.put(Metric.CPU, cpu.toNanos() / 1e3 / Math.max(1, recording.answered() + recording.failed()));
        return new Showing(figures, recording);
    }

    /** A round with one figure. */
    public static Showing of(Metric metric, double figure) {
        return new Showing(Map.of(metric, figure), null);
    }

    /** A figure, or NaN when this round has none of the kind. */
    public double figure(Metric metric) {
        return figures.getOrDefault(metric, Double.NaN);
    }
}
