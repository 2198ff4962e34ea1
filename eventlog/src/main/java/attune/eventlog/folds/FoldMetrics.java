package attune.eventlog.folds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import attune.eventlog.metrics.Stage;
import attune.eventlog.metrics.Stages;
import attune.events.EventType;
import attune.events.Log;

/**
 * What folds tell of themselves.
 *
 * <ul>
 * <li>{@code attune_events_consumed_total} by {@code group} (the fold), {@code topic} and {@code outcome}: {@code
 * applied} + {@code twin} + {@code unknown} + {@code dead} is every record of the log, each counted once except after a
 * crash; {@code seen} counts those that came again and changed nothing.
 * <li>{@code attune_decisions_total} by {@code outcome}: {@code appended}, or {@code known} when the log held it already.
 * <li>{@code attune_fold_lag_seconds}: age of the oldest event that waits; 0 when none does. Alert on this.
 * <li>{@code attune_fold_retries_total}: batches that had to wait for a database or a log. Alert when it keeps growing.
 * <li>{@code attune_dlq_in_total} by {@code topic} and {@code reason}. Alert on any.
 * <li>{@code attune_fold_rebuilds_total} by {@code reason}: partitions folded again from the start. Alert on any.
 * </ul>
 */
public final class FoldMetrics {

    private final MeterRegistry registry;
    private final Stages stages;
    private final Clock clock;
    private final Map<String, Map<Integer, Instant>> waiting = new ConcurrentHashMap<>();

    public FoldMetrics(MeterRegistry registry, Stages stages, Clock clock) {
        this.registry = registry;
        this.stages = stages;
        this.clock = clock;
    }

    void register(String fold) {
        waiting.put(fold, new ConcurrentHashMap<>());
        Gauge.builder("attune.fold.lag", () -> lag(fold))
                .description("Age of the oldest event that waits to be folded")
                .baseUnit("seconds")
                .tag("fold", fold)
                .register(registry);
        retries(fold);
    }

    void batch(String fold, int records) {
        DistributionSummary.builder("attune.fold.batch")
                .description("Records in a batch")
                .baseUnit("records")
                .tag("fold", fold)
                .register(registry)
                .record(records);
    }

    void consumed(String fold, Log log, String outcome, long count) {
        if (count > 0) {
            Counter.builder("attune.events.consumed")
                    .description("Records of a log, by what a fold made of them")
                    .tag("group", fold)
                    .tag("topic", log.topic())
                    .tag("outcome", outcome)
                    .register(registry)
                    .increment((double) count);
        }
    }

    void decisions(String fold, String outcome, long count) {
        if (count > 0) {
            Counter.builder("attune.decisions")
                    .description("Decisions of a fold, by whether the log held them already")
                    .tag("fold", fold)
                    .tag("outcome", outcome)
                    .register(registry)
                    .increment((double) count);
        }
    }

    void deadLetter(Log log, String reason) {
        Counter.builder("attune.dlq.in")
                .description("Records that a fold could not handle")
                .tag("topic", log.topic())
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    void retried(String fold) {
        retries(fold).increment();
    }

    private Counter retries(String fold) {
        return Counter.builder("attune.fold.retries")
                .description("Batches that had to wait for the database or the log")
                .tag("fold", fold)
                .register(registry);
    }

    void rebuilt(String fold, String reason) {
        Counter.builder("attune.fold.rebuilds")
                .description("Partitions that are folded again from the start")
                .tag("fold", fold)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    void reached(Stage stage, EventType type, Instant recordedAt) {
        stages.reached(stage, type, recordedAt);
    }

    /** From now on the oldest event that waits in this partition is this old. */
    void waiting(String fold, int partition, Instant oldest) {
        waiting.computeIfAbsent(fold, _ -> new ConcurrentHashMap<>()).putIfAbsent(partition, oldest);
    }

    void caughtUp(String fold, int partition) {
        waiting.computeIfAbsent(fold, _ -> new ConcurrentHashMap<>()).remove(partition);
    }

    private double lag(String fold) {
        return waiting.getOrDefault(fold, Map.of()).values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toMillis()) / 1000.0)
                .orElse(0.0);
    }
}
