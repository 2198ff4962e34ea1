package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.PushUnsubscribed;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventType;
import attune.events.JournalEvent.EmailPreference;
import attune.events.Reason;
import attune.notification.channels.Handover;
import attune.notification.channels.email.EmailChannel;
import attune.notification.channels.push.PushChannel;
import attune.notification.channels.push.PushChannel.Pushed;
import attune.notification.inbox.Notification.Told;
import attune.notification.queue.Waiting;
import attune.notification.recipients.Recipient;

/**
 * Hands deliveries to their channels, a bounded number at once for each, on virtual threads, and records what came of it.
 *
 * <p>
 * What a provider has taken is recorded until the log has it. If the process ends before, the next one repeats it under
 * the same {@code Message-ID} or topic: at least once, and the receiver can tell.
 */
final class Courier {

    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private static final String WEB_PUSH = "web-push";

    private final EmailChannel email;
    private final PushChannel push;
    private final DeliveryLog log;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Clock clock;
    private final Map<Channel, Semaphore> permits;
    private volatile boolean stopping;

    Courier(EmailChannel email, PushChannel push, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics,
            Traces traces,
            Clock clock) {
        this.email = email;
        this.push = push;
        this.log = log;
        this.settings = settings;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.permits = Map.of(Channel.EMAIL, new Semaphore(email.atOnce()), Channel.PUSH,
                new Semaphore(push.atOnce()));
    }

    /** Whether there are pushes at all. */
    boolean hasPush() {
        return push.isOn();
    }

    /**
     * Begins a delivery if there is room.
     *
     * @param done is told on the courier's thread what came of it
     * @return whether it has begun
     */
    boolean begin(Waiting waiting, Told told, Addressee addressee, Consumer<Result> done) {
        Semaphore permit = permits.get(waiting.channel());
        if (stopping || permit == null || !permit.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("courier").start(() -> {
            Result result = Result.UNRECORDED;
            try {
                result = traces.continuing(told.traceparent(), "deliver " + waiting.channel().wireName(),
                        EventType.NOTIFICATION_PLANNED.wireName(), () -> deliver(waiting, told, addressee));
            } catch (RuntimeException e) {
                LOGGER.atError().addKeyValue("cause", e.getClass().getName()).log("A delivery broke off");
            } finally {
                permit.release();
                done.accept(result);
            }
        });
        return true;
    }

    private Result deliver(Waiting waiting, Told told, Addressee addressee) {
        List<DeliveryEvent> happened = new ArrayList<>();
        Handover answer = handOver(waiting, told, addressee, happened);
        AttemptOutcome outcome = answer.outcome();
        String provider = waiting.channel() == Channel.PUSH ? WEB_PUSH : email.provider();
        metrics.attempted(waiting.channel(), provider, outcome, waiting.dueAt());
        int attempt = waiting.attempts() + 1;
        happened.addFirst(new NotificationAttempted(told.id(), waiting.channel(), provider, attempt, outcome,
                retryAt(answer, attempt)));
        NotificationEnded ended = ended(waiting, told, outcome);
        if (ended != null) {
            happened.add(ended);
        }
        if (!record(waiting, told, happened)) {
            return Result.UNRECORDED;
        }
        if (ended == null) {
            return Result.TO_BE_TRIED_AGAIN;
        }
        metrics.ended(waiting.category(), waiting.channel(), ended.ending(), isOnTime(waiting));
        return outcome == AttemptOutcome.ACCEPTED ? Result.SENT : Result.REFUSED;
    }

    /** Asks the provider; devices that are gone are noted among what happened. */
    private Handover handOver(Waiting waiting, Told told, Addressee addressee, List<DeliveryEvent> happened) {
        Recipient recipient = addressee.recipient();
        if (waiting.channel() == Channel.PUSH) {
            Pushed pushed = push.send(told.id(), waiting.category(), addressee.devices(), recipient.locale(),
                    recipient.discreet());
            pushed.gone().forEach(device -> happened.add(new PushUnsubscribed(device)));
            return pushed.handover();
        }
        EmailPreference preference = Objects.requireNonNull(recipient.email());
        return Handover.of(email.send(told.id(), preference.address(), recipient.locale()));
    }

    /** A provider that says when to come again is believed, if that is later than what we would wait. */
    private @Nullable Instant retryAt(Handover answer, int attempt) {
        if (answer.outcome() != AttemptOutcome.RETRYABLE_ERROR) {
            return null;
        }
        Duration wait = settings.backoff().after(attempt, ThreadLocalRandom.current().nextDouble());
        Duration asked = Objects.requireNonNullElse(answer.retryAfter(), Duration.ZERO);
        return clock.instant().plus(wait.compareTo(asked) > 0 ? wait : asked).truncatedTo(ChronoUnit.MILLIS);
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
        awaitAll(Channel.EMAIL, email.atOnce(), patience);
        awaitAll(Channel.PUSH, push.atOnce(), patience);
    }

    private void awaitAll(Channel channel, int atOnce, Duration patience) throws InterruptedException {
        Semaphore permit = Objects.requireNonNull(permits.get(channel));
        if (permit.tryAcquire(atOnce, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            permit.release(atOnce);
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
