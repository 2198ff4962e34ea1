package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import attune.eventlog.metrics.Stage;
import attune.eventlog.metrics.Stages;
import attune.events.AttemptOutcome;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventType;

/**
 * What the deliveries tell of themselves.
 *
 * <ul>
 * <li>{@code attune_notification_attempts_total} by {@code channel}, {@code provider} and {@code outcome}: each time a
 * provider was asked. Alert when most are {@code retryable_error}.
 * <li>{@code attune_notification_outcome_total} by {@code category}, {@code channel} and {@code result}: each ending,
 * once except after a crash. What was planned = all results of a channel + what waits.
 * <li>{@code attune_notification_rows} by {@code state}: what waits in the partitions of this instance.
 * <li>{@code attune_accounting_difference}: by how much the books of this instance's partitions do not add up. Alert on
 * anything but 0.
 * <li>{@code attune_notification_oldest_due_seconds} by {@code category}: how long the oldest that is due has been due; a
 * hold is not lateness. Alert on this.
 * </ul>
 */
public final class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Stages stages;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry registry, Stages stages, Clock clock) {
        this.registry = registry;
        this.stages = stages;
        this.clock = clock;
    }

    /** Shows what waits. */
    void watch(DueQueue queue) {
        for (String state : List.of("planned", "held", "retrying")) {
            Gauge.builder("attune.notification.rows", queue, all -> all.waiting().stream()
                    .filter(due -> due.waiting().state().equals(state))
                    .count())
                    .description("Deliveries that wait")
                    .tag("state", state)
                    .register(registry);
        }
        Gauge.builder("attune.accounting.difference", queue, DueQueue::difference)
                .description("By how much what came differs from what ended or waits; anything but 0 is a fault")
                .register(registry);
        Gauge.builder("attune.notification.oldest.due", queue, this::oldestDue)
                .description("How long the oldest delivery that is due has been due")
                .baseUnit("seconds")
                .tag("category", Category.SUGGESTION.wireName())
                .register(registry);
    }

    private double oldestDue(DueQueue queue) {
        Instant now = clock.instant();
        return queue.waiting().stream()
                .map(due -> Duration.between(due.waiting().dueAt(), now).toMillis() / 1000.0)
                .filter(seconds -> seconds > 0)
                .max(Double::compare)
                .orElse(0.0);
    }

    /** Something was decided and stands on the log. To be called by the fold {@code planner}. */
    public void decided(Envelope<?> decision) {
        if (decision.event() instanceof NotificationEnded ended) {
            ended(Objects.requireNonNullElse(ended.category(), Category.SUGGESTION), ended.channel(), ended.ending(),
                    true);
        }
    }

    /** A provider was asked. */
    void attempted(Channel channel, String provider, AttemptOutcome outcome, Instant dueAt) {
        stages.reached(Stage.ATTEMPTED, EventType.NOTIFICATION_PLANNED, dueAt);
        Counter.builder("attune.notification.attempts")
                .description("Times that a provider was asked to deliver")
                .tag("channel", channel.wireName())
                .tag("provider", provider)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    /** A delivery has ended. */
    void ended(Category category, Channel channel, Ending ending, boolean onTime) {
        String result = switch (ending) {
            case SENT -> onTime ? "ontime" : "late";
            case SUPPRESSED, DIGESTED, SUPERSEDED, MUTED -> "suppressed";
            case EXPIRED -> "expired";
            case DEAD, UNKNOWN -> "failed";
        };
        Counter.builder("attune.notification.outcome")
                .description("Deliveries that have ended")
                .tag("category", category.wireName())
                .tag("channel", channel.wireName())
                .tag("result", result)
                .register(registry)
                .increment();
    }
}
