package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
import attune.events.DeliveryEvent.TargetAnswer;
import attune.events.DeliveryEvent.WebhookRemoved;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.EventType;
import attune.events.Reason;
import attune.notification.channels.Carried;
import attune.notification.channels.Carrier;
import attune.notification.channels.Handover;
import attune.notification.channels.Letter;
import attune.notification.channels.Permit;
import attune.notification.delivery.Addressees.Addressed;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.queue.Waiting;

/**
 * Hands deliveries to their channels, a bounded number at once for each, and records what came of it. Each has a platform
 * thread: a virtual one that waits for a class to be initialised keeps its carrier (JDK-8369238), of which there are as
 * many as cores, and in a fresh process all that is due begins at once.
 *
 * <p>
 * What a provider has taken is recorded until the log has it. If the process ends before, the next one repeats it under
 * the same {@code Message-ID} or topic: at least once, and the receiver can tell.
 */
final class Courier {

    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Map<Channel, Counter> counters = new EnumMap<>(Channel.class);
    private final DeliveryLog log;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Traces traces;
    private final Clock clock;
    private volatile boolean stopping;

    Courier(List<Carrier> carriers, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics, Traces traces,
            Clock clock) {
        this.log = log;
        this.settings = settings;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        carriers.stream().filter(Carrier::isOn).forEach(carrier -> counters.put(carrier.channel(),
                new Counter(carrier, new Semaphore(carrier.atOnce()))));
    }

    /** Whether this installation sends anything over a channel. */
    boolean serves(Channel channel) {
        return counters.containsKey(channel);
    }

    /** How many deliveries over a channel could be begun now; no end of them where nothing is ever begun. */
    int room(Channel channel) {
        Counter counter = counters.get(channel);
        return counter == null ? Integer.MAX_VALUE : counter.room().availablePermits();
    }

    /**
     * Begins a delivery if there is room.
     *
     * @param mayGo is asked right before a provider is, whether it may still be
     * @param done is told on the courier's thread what came of it
     * @return whether it has begun
     */
    boolean begin(Addressed one, BooleanSupplier mayGo, Consumer<Result> done) {
        Waiting waiting = one.due().waiting();
        Counter counter = counters.get(waiting.channel());
        if (stopping || counter == null || !counter.room().tryAcquire()) {
            return false;
        }
        Thread.ofPlatform().daemon().name("courier").start(() -> {
            Result result = Done.UNRECORDED;
            try {
                result = traces.continuing(one.told().traceparent(), "deliver " + waiting.channel().wireName(),
                        EventType.NOTIFICATION_PLANNED.wireName(),
                        () -> deliver(counter.carrier(), one, mayGo));
            } catch (RuntimeException e) {
                LOGGER.atError().addKeyValue("cause", e.getClass().getName()).log("A delivery broke off");
            } finally {
                counter.room().release();
                done.accept(result);
            }
        });
        return true;
    }

    private Result deliver(Carrier carrier, Addressed one, BooleanSupplier mayGo) {
        Waiting waiting = one.due().waiting();
        Told told = one.told();
        Addressee addressee = one.addressee();
        Letter letter = new Letter(waiting.person(), told.id(), waiting.category(), told.expiresAt(),
                addressee.recipient(), addressee.devices(), addressee.phones(), addressee.webhooks(),
                answers(waiting, one.notification()));
        Carried carried = Permit.whileHeld(mayGo, () -> carrier.carry(letter));
        List<DeliveryEvent> happened = new ArrayList<>();
        carried.gone().forEach(target -> happened.add(carrier.channel() == Channel.WEBHOOK
                ? new WebhookRemoved(target)
                : new PushUnsubscribed(target)));
        return switch (carried.handover()) {
            case Handover.NotAsked(Duration wait) -> record(waiting, told, happened)
                    ? new NotAsked(clock.instant().plus(wait))
                    : Done.UNRECORDED;
            case Handover.Answered answer -> answered(carried, answer, waiting, told, happened);
        };
    }

    /** What the webhooks said since it was last planned; those that took it before need not be asked. */
    private static List<TargetAnswer> answers(Waiting waiting, Notification notification) {
        return Stream.concat(waiting.answers().stream(), notification.takenBy().stream()
                .map(webhook -> new TargetAnswer(webhook, AttemptOutcome.ACCEPTED, null))).toList();
    }

    private Result answered(Carried carried, Handover.Answered answer, Waiting waiting, Told told,
            List<DeliveryEvent> happened) {
        AttemptOutcome outcome = answer.outcome();
        metrics.attempted(waiting.channel(), carried.provider(), outcome, waiting.dueAt());
        int attempt = waiting.attempts() + 1;
        happened.addFirst(new NotificationAttempted(told.id(), waiting.channel(), carried.provider(), attempt,
                outcome, retryAt(answer, attempt), carried.answers()));
        NotificationEnded ended = ended(waiting, told, outcome);
        if (ended != null) {
            happened.add(ended);
        }
        if (!record(waiting, told, happened)) {
            return Done.UNRECORDED;
        }
        if (ended == null) {
            return Done.TO_BE_TRIED_AGAIN;
        }
        metrics.ended(waiting.category(), waiting.channel(), ended.ending(), isOnTime(waiting));
        return outcome == AttemptOutcome.ACCEPTED ? Done.SENT : Done.REFUSED;
    }

    /** A provider that says when to come again is believed, if that is later than what we would wait. */
    private @Nullable Instant retryAt(Handover.Answered answer, int attempt) {
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
                .map(event -> log.step(waiting, told, event))
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
        for (Counter counter : counters.values()) {
            int all = counter.carrier().atOnce();
            if (counter.room().tryAcquire(all, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                counter.room().release(all);
            }
        }
    }

    /** What came of a delivery that was begun. */
    sealed interface Result {}

    /** The provider was asked, or nobody can say whether it was. */
    enum Done implements Result {
        SENT,
        REFUSED,
        TO_BE_TRIED_AGAIN,
        /** It may have been handed over, but this process cannot say so: it is not to try again. */
        UNRECORDED
    }

    /** The provider was left alone: to be looked at again then. */
    record NotAsked(Instant lookAt) implements Result {}

    /** A carrier, and how many more letters it takes now. */
    private record Counter(Carrier carrier, Semaphore room) {}
}
