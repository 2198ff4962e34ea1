package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import attune.eventlog.documents.DocumentKind;
import attune.eventlog.documents.Documents;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.PersonId;
import attune.notification.channels.push.PushTargets;
import attune.notification.channels.webhook.Webhooks;
import attune.notification.delivery.Round.Action;
import attune.notification.delivery.Round.Digest;
import attune.notification.inbox.Notification;
import attune.notification.inbox.Notification.Told;
import attune.notification.planning.Contacts;
import attune.notification.planning.Planner;
import attune.notification.queue.Shard;
import attune.notification.queue.Waiting;
import attune.notification.recipients.Recipient;
import attune.notification.unsubscribe.Unsubscribed;

/**
 * Looks at what is due in the partitions of this instance, asks the plan what to do, and has it done. One thread of its
 * own, woken by the folds and four times a second (RATIONALE.md says what it may assume).
 */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(25);
    private static final Duration STOPPING = Duration.ofSeconds(8);
    private static final int AT_ONCE = 200;

    private final Changes changes;
    private final Documents documents;
    private final OwnedPartitions partitions;
    private final Barriers<Due> wishes;
    private final ReminderClock reminders;
    private final LogEnds ends;
    private final DueQueue queue;
    private final JustSent justSent = new JustSent();
    private final Planner planner;
    private final Courier courier;
    private final DeliveryLog log;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean troubled;

    Dispatcher(Changes changes, Documents documents, OwnedPartitions partitions, Barriers<Due> wishes, LogEnds ends,
            ReminderClock reminders,
            Courier courier, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics, Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.partitions = partitions;
        this.wishes = wishes;
        this.reminders = reminders;
        this.ends = ends;
        this.planner = new Planner(settings.burden());
        this.queue = new DueQueue(settings.recheckUnknownZone());
        this.courier = courier;
        this.log = log;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        metrics.watch(queue);
        thread = Thread.ofPlatform().name("dispatcher").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread current = thread;
        if (current == null) {
            return;
        }
        changes.nudge();
        try {
            current.join(STOPPING);
            courier.stop(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try (ends) {
            while (running) {
                List<Change> happened = changes
                        .take(wishes.isHolding() || reminders.isHolding() ? SOON : settings.poll());
                lookBearingTrouble(happened);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A log or a database that is away is waited for; nothing is sent meanwhile. */
    private void lookBearingTrouble(List<Change> happened) throws InterruptedException {
        try {
            note(happened);
            reminders.look();
            look();
            troubled = false;
        } catch (KafkaException | MongoException | IllegalStateException e) {
            if (!troubled) {
                LOGGER.atWarn().addKeyValue("cause", e.getClass().getName()).log("Deliveries wait");
            }
            troubled = true;
            partitions.forgetAll(this::lost);
        }
    }

    private void note(List<Change> happened) {
        happened.forEach(this::putOff);
        partitions.refresh(this::gained, this::lost);
        Map<Integer, Set<String>> touched = new HashMap<>();
        for (Change change : happened) {
            switch (change) {
                case Change.Deliveries deliveries -> deliveries.people().forEach(person -> touched
                        .computeIfAbsent(deliveries.partition(), _ -> new HashSet<>())
                        .add(Shard.documentId(deliveries.partition(), person)));
                case Change.Wishes said -> queue.lookAgain(said.partition(), said.people(), clock.instant());
                case Change.PutOff _,Change.Nudge _ -> {
                }
            }
        }
        touched.forEach((partition, shards) -> {
            if (partitions.isReady(partition)) {
                load(partition, List.copyOf(shards));
            }
        });
    }

    /** Comes first: whatever is in trouble, it is not in hand any more. */
    private void putOff(Change change) {
        if (change instanceof Change.PutOff(Due due, Instant lookAt)) {
            queue.lookLater(due, lookAt);
        }
    }

    private void gained(int partition) {
        load(partition, Shard.documentIds(partition));
    }

    private void lost(int partition) {
        queue.drop(partition);
        wishes.forget(partition);
        reminders.drop(partition, Shard.documentIds(partition));
    }

    private void load(int partition, List<String> shardIds) {
        Map<String, Shard> shards = find(Shard.DOCUMENT, shardIds);
        Instant now = clock.instant();
        shards.forEach((id, shard) -> queue.put(partition, id, shard, now));
        reminders.load(partition, shardIds);
    }

    private void look() throws InterruptedException {
        List<Due> due = queue.due(clock.instant(), AT_ONCE, courier::room);
        if (due.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Due> known = wishes.known(queue.withTheirOthers(due, now));
        Map<String, Notification> notifications = find(Notification.DOCUMENT, known.stream()
                .map(one -> notificationId(one.waiting()))
                .toList());
        List<String> people = known.stream().map(one -> one.waiting().person().value()).distinct().toList();
        Map<String, Recipient> recipients = find(Recipient.DOCUMENT, people);
        Map<String, Contacts> contacts = find(Contacts.DOCUMENT, people);
        Map<String, PushTargets> targets = find(PushTargets.DOCUMENT, people);
        Map<String, Webhooks> webhooks = courier.serves(Channel.WEBHOOK) ? find(Webhooks.DOCUMENT, people) : Map.of();
        Map<String, Unsubscribed> unsubscribed = find(Unsubscribed.DOCUMENT, people);
        Round round = new Round(planner, settings, now);
        List<Step> steps = new ArrayList<>();
        for (Due one : known) {
            Notification notification = notifications.get(notificationId(one.waiting()));
            if (partitions.isReady(one.partition()) && notification != null && notification.told() != null) {
                PersonId person = one.waiting().person();
                PushTargets reached = courier.serves(Channel.PUSH)
                        ? targets.getOrDefault(person.value(), PushTargets.DOCUMENT.initial())
                        : PushTargets.DOCUMENT.initial();
                Addressee addressee = new Addressee(recipients.getOrDefault(person.value(), Recipient.UNKNOWN),
                        reached.devices(), reached.phones(),
                        justSent.with(contacts.getOrDefault(person.value(), Contacts.NONE), person, now),
                        webhooks.getOrDefault(person.value(), Webhooks.DOCUMENT.initial()).all(),
                        unsubscribed.getOrDefault(person.value(), Unsubscribed.DOCUMENT.initial()));
                act(one, notification.told(), addressee, round.decide(one, notification, addressee), steps);
            }
        }
        record(steps);
        recordDigests(round.digests());
    }

    private static String notificationId(Waiting waiting) {
        return Notification.documentId(waiting.person(), waiting.notification());
    }

    private void act(Due due, Told told, Addressee addressee, Action action, List<Step> steps) {
        switch (action) {
            case Action.Send _ -> send(due, told, addressee);
            case Action.Append(DeliveryEvent event) -> steps.add(step(due, told, event));
            case Action.Postpone _ -> queue.postpone(due, clock.instant());
            case Action.Wait _ -> {
            }
        }
    }

    private void send(Due due, Told told, Addressee addressee) {
        queue.begin(due);
        justSent.begin(due.waiting(), clock.instant());
        boolean begun = courier.begin(due.waiting(), told, addressee, result -> {
            switch (result) {
                case Courier.Done.SENT -> queue.ended(due);
                case Courier.Done.REFUSED -> {
                    justSent.undo(due.waiting());
                    queue.ended(due);
                }
                case Courier.Done.TO_BE_TRIED_AGAIN -> {
                    justSent.undo(due.waiting());
                    queue.advanced(due);
                }
                case Courier.Done.UNRECORDED -> {
                }
                case Courier.NotAsked(Instant lookAt) -> {
                    justSent.undo(due.waiting());
                    changes.putOff(due, lookAt.isBefore(told.expiresAt()) ? lookAt : told.expiresAt());
                }
            }
            changes.nudge();
        });
        if (!begun) {
            justSent.undo(due.waiting());
            queue.letGo(due);
        }
    }

    private void recordDigests(List<Digest> digests) throws InterruptedException {
        if (!log.append(digests.stream().map(log::digest).toList())) {
            throw new KafkaException("The log did not acknowledge all digests");
        }
        for (Digest digest : digests) {
            digest.items().forEach(item -> {
                queue.ended(item);
                metrics.ended(item.waiting().category(), item.waiting().channel(), Ending.DIGESTED, true);
            });
        }
    }

    private Step step(Due due, Told told, DeliveryEvent event) {
        return new Step(due, log.step(due.waiting(), told, event));
    }

    /** If the log does not take them all, everything is looked at again and gets the same ids. */
    private void record(List<Step> steps) throws InterruptedException {
        if (!log.append(steps.stream().map(Step::event).toList())) {
            throw new KafkaException("The log did not acknowledge all steps");
        }
        for (Step step : steps) {
            if (!(step.event().event() instanceof NotificationEnded ended)) {
                queue.advanced(step.due());
            } else {
                queue.ended(step.due());
                metrics.ended(step.due().waiting().category(), ended.channel(), ended.ending(), true);
            }
        }
    }

    private <S extends Record> Map<String, S> find(DocumentKind<S> kind, List<String> ids) {
        Map<String, S> found = documents.findAll(kind, ids).block(DATABASE);
        return found == null ? Map.of() : found;
    }

    /** A step that is to be recorded. */
    private record Step(Due due, Envelope<DeliveryEvent> event) {}
}
