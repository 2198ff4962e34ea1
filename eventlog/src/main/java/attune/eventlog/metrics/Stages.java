package attune.eventlog.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import attune.events.EventType;

/**
 * The histogram {@code attune_event_stage_seconds}: how old an event is when it reaches a stage, counted from when it
 * was appended ({@code accepted}: from when the request came in).
 */
public final class Stages {

    /** Few, because each is a time series for every stage and type of event. */
    private static final Duration[] BUCKETS = LongStream
            .of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    public Stages(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Notes that an event of this type, recorded then, has reached the stage now. */
    public void reached(Stage stage, EventType type, Instant recordedAt) {
        Duration age = Duration.between(recordedAt, clock.instant());
        timers.computeIfAbsent(new Key(stage, type), this::timer).record(age.isNegative() ? Duration.ZERO : age);
    }

    private Timer timer(Key key) {
        return Timer.builder("attune.event.stage")
                .description("Age of an event when it reaches a stage of the main job")
                .tag("stage", key.stage().label())
                .tag("event_type", key.type().wireName())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private record Key(Stage stage, EventType type) {}
}
