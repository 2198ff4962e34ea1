package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import attune.eventlog.traces.Traces;
import attune.events.AttemptOutcome;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventType;
import attune.events.JournalEvent.EmailPreference;
import attune.events.Reason;
import attune.notification.channels.email.EmailChannel;
import attune.notification.inbox.Notification.Told;
import attune.notification.queue.Waiting;
import attune.notification.recipients.Recipient;

/**
 * Hands deliveries to the mail channel, a bounded number at once, each on a virtual thread, and records what came of it.
 *
 * <p>
 * A mail that the relay has taken is recorded until the log has it. If the process ends before, the next one repeats the
 * mail under the same {@code Message-ID}: at least once, and the receiver can tell.
 */
final class Courier {

    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final EmailChannel email;
    private final DeliveryLog log;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Clock clock;
    private final Semaphore permits;
    private volatile boolean stopping;

    Courier(EmailChannel email, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics, Traces traces,
            Clock clock) {
        this.email = email;
        this.log = log;
        this.settings = settings;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.permits = new Semaphore(email.atOnce());
    }

    /**
     * Begins a delivery if there is room.
     *
     * @param done is told on the courier's thread what came of it
     * @return whether it has begun
     */
    boolean begin(Waiting waiting, Told told, Recipient recipient, Consumer<Result> done) {
        if (stopping || !permits.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("courier").start(() -> {
            Result result = Result.UNRECORDED;
            try {
                result = traces.continuing(told.traceparent(), "deliver " + waiting.channel().wireName(),
                        EventType.NOTIFICATION_PLANNED.wireName(), () -> deliver(waiting, told, recipient));
            } catch (RuntimeException e) {
                LOGGER.atError().addKeyValue("cause", e.getClass().getName()).log("A delivery broke off");
            } finally {
                permits.release();
                done.accept(result);
            }
        });
        return true;
    }

    private Result deliver(Waiting waiting, Told told, Recipient recipient) {
        EmailPreference preference = Objects.requireNonNull(recipient.email());
        AttemptOutcome outcome = email.send(told.id(), preference.address(), recipient.locale());
        metrics.attempted(waiting.channel(), email.provider(), outcome, waiting.dueAt());
        int attempt = waiting.attempts() + 1;
        DeliveryEvent attempted = new NotificationAttempted(told.id(), waiting.channel(), email.provider(), attempt,
                outcome, retryAt(outcome, attempt));
        NotificationEnded ended = ended(waiting, told, outcome);
        if (!record(waiting, told, ended == null ? List.of(attempted) : List.of(attempted, ended))) {
            return Result.UNRECORDED;
        }
        if (ended == null) {
            return Result.TO_BE_TRIED_AGAIN;
        }
        metrics.ended(waiting.category(), waiting.channel(), ended.ending(), isOnTime(waiting));
        return outcome == AttemptOutcome.ACCEPTED ? Result.SENT : Result.REFUSED;
    }

    private @Nullable Instant retryAt(AttemptOutcome outcome, int attempt) {
        return outcome == AttemptOutcome.RETRYABLE_ERROR
                ? clock.instant().plus(settings.backoff().after(attempt, ThreadLocalRandom.current().nextDouble()))
                        .truncatedTo(ChronoUnit.MILLIS)
                : null;
    }

    private static @Nullable NotificationEnded ended(Waiting waiting, Told told, AttemptOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> new NotificationEnded(told.id(), waiting.channel(), Ending.SENT, Reason.DELIVERED,
                    waiting.category());
            case PERMANENT_ERROR, INVALID_TARGET -> new NotificationEnded(told.id(), waiting.channel(), Ending.DEAD,
                    Reason.REFUSED_BY_PROVIDER, waiting.category());
            case RETRYABLE_ERROR, UNKNOWN -> null;
        };
    }

    private boolean isOnTime(Waiting waiting) {
        Instant due = waiting.firstAttemptAt() == null ? waiting.dueAt() : waiting.firstAttemptAt();
        return !clock.instant().isAfter(due.plus(settings.onTime()));
    }

    /** What has happened is recorded however long it takes, unless the process stops. */
    private boolean record(Waiting waiting, Told told, List<DeliveryEvent> happened) {
        List<Envelope<DeliveryEvent>> events = happened.stream()
                .map(event -> log.step(waiting.person(), told, waiting.steps(), event))
                .toList();
        try {
            while (!log.append(events)) {
                if (stopping) {
                    LOGGER.warn("A delivery could not be recorded before the stop; it will be repeated");
                    return false;
                }
                Thread.sleep(AGAIN);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins nothing more and waits for what has begun, at most so long. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        if (permits.tryAcquire(email.atOnce(), patience.toMillis(), TimeUnit.MILLISECONDS)) {
            permits.release(email.atOnce());
        }
    }

    /** What came of a delivery that was begun. */
    enum Result {
        SENT,
        REFUSED,
        TO_BE_TRIED_AGAIN,
        /** It may have been handed over, but this process cannot say so: it is not to try again. */
        UNRECORDED
    }
}
