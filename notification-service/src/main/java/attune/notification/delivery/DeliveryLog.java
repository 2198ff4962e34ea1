package attune.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.EventAppender;
import attune.eventlog.traces.Traces;
import attune.events.Cause;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.DeliveryEvent.ReminderFired;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.Envelope;
import attune.events.EventId;
import attune.events.EventType;
import attune.notification.inbox.Notification.Told;
import attune.notification.queue.Waiting;
import attune.notification.reminders.Timers;
import attune.notification.reminders.Timers.Timer;

/**
 * Records what the dispatcher does. The ids of its events are derived from the plan and from what came before, so that
 * doing something twice is recorded as doing it once. Blocks; safe for use by many threads.
 */
final class DeliveryLog {

    private final EventAppender appender;
    private final Traces traces;
    private final Clock clock;
    private final String source;

    DeliveryLog(EventAppender appender, Traces traces, Clock clock, String source) {
        this.appender = appender;
        this.traces = traces;
        this.clock = clock;
        this.source = source;
    }

    /** A step of the delivery, ready to be appended. */
    Envelope<DeliveryEvent> step(Waiting waiting, Told told, DeliveryEvent event) {
        Instant now = clock.instant();
        EventId redriven = waiting.what().redriven();
        String name = switch (event) {
            case NotificationHeld held -> name(held.channel(), "held", waiting.steps());
            case NotificationAttempted attempted -> name(attempted.channel(), "attempt", attempted.attempt());
            case NotificationEnded ended -> name(ended.channel(), "ended", null);
            case PushUnsubscribed gone -> "gone/" + gone.subscription();
            case WebhookRemoved gone -> "gone/" + gone.webhook();
            default -> throw new IllegalArgumentException("Not a step of the dispatcher");
        };
        return new Envelope<>(EventId.derivedFrom(redriven == null ? told.event() : redriven, name), waiting.person(),
                now.atOffset(ZoneOffset.UTC), now,
                source,
                new Cause(told.event(), told.position()), traces.current(told.traceparent()), event);
    }

    /** What becomes of a timer that has run out, ready to be appended: one thing only, whoever finds it out. */
    Envelope<DeliveryEvent> reminder(Timer timer, DeliveryEvent event) {
        Instant now = clock.instant();
        EventId id = event instanceof ReminderFired
                ? Timers.firing(timer.set())
                : EventId.derivedFrom(timer.set(), "not-fired");
        return new Envelope<>(id, timer.person(), now.atOffset(ZoneOffset.UTC), now, source,
                new Cause(timer.set(), timer.position()), traces.current(null), event);
    }

    /** A digest, ready to be appended. */
    Envelope<DeliveryEvent> digest(Round.Digest digest) {
        Instant now = clock.instant();
        return new Envelope<>(EventId.about(digest.person(), EventType.NOTIFICATIONS_DIGESTED,
                digest.event().digest().toString()), digest.person(), now.atOffset(ZoneOffset.UTC), now, source, null,
                traces.current(null), digest.event());
    }

    private static String name(Channel channel, String step, @Nullable Integer number) {
        return channel.wireName() + "/" + step + (number == null ? "" : "/" + number);
    }

    /** Appends in order; whether the log has all of them. */
    boolean append(List<Envelope<DeliveryEvent>> events) throws InterruptedException {
        return events.isEmpty() || appender.appendAll(events).stream().allMatch(Appended.class::isInstance);
    }
}
