package attune.eventlog.append;

import java.time.Instant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import attune.eventlog.metrics.Stage;
import attune.eventlog.metrics.Stages;
import attune.events.EventType;

/**
 * Counts appends: {@code attune_append_total} by {@code event_type} and {@code outcome}, where {@code appended} +
 * {@code refused} + {@code unknown} is all that was asked for. Alert when {@code unknown} or {@code refused} grow.
 */
public final class AppendMetrics {

    private final MeterRegistry registry;
    private final Stages stages;

    public AppendMetrics(MeterRegistry registry, Stages stages) {
        this.registry = registry;
        this.stages = stages;
    }

    void appended(EventType type, Instant recordedAt, AppendResult result) {
        count(type, result);
        if (result instanceof AppendResult.Appended) {
            stages.reached(Stage.ACCEPTED, type, recordedAt);
        }
    }

    void decided(EventType type, AppendResult result) {
        count(type, result);
    }

    private void count(EventType type, AppendResult result) {
        String outcome = switch (result) {
            case AppendResult.Appended _ -> "appended";
            case AppendResult.Refused _ -> "refused";
            case AppendResult.Unknown _ -> "unknown";
        };
        Counter.builder("attune.append")
                .description("Events that were to be appended, by what became of them")
                .tag("event_type", type.wireName())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
