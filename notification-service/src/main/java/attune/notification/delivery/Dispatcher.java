package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import attune.eventlog.documents.Documents;
import attune.notification.queue.Shard;

/**
 * Keeps in memory what is due in the partitions of this instance, and has it looked at in rounds. One thread of its own,
 * woken by the folds and four times a second (RATIONALE.md says what it may assume).
 */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(25);
    private static final Duration STOPPING = Duration.ofSeconds(8);

    private final Changes changes;
    private final Documents documents;
    private final OwnedPartitions partitions;
    private final LogEnds ends;
    private final DueQueue queue;
    private final ReminderClock reminders;
    private final Rounds rounds;
    private final Sender sender;
    private final DeliverySettings settings;
    private final Clock clock;
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean troubled;

    Dispatcher(Changes changes, Documents documents, OwnedPartitions partitions, LogEnds ends, DueQueue queue,
            ReminderClock reminders, Rounds rounds, Sender sender, DeliverySettings settings, Clock clock) {
        this.changes = changes;
        this.documents = documents;
        this.partitions = partitions;
        this.ends = ends;
        this.queue = queue;
        this.reminders = reminders;
        this.rounds = rounds;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
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
            sender.stop(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        partitions.leaveAll(sender.busy());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        try (ends) {
            while (running) {
                List<Change> happened = changes
                        .take(rounds.isHolding() || reminders.isHolding() ? SOON : settings.poll());
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
            rounds.look();
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
        partitions.refresh(sender.busy(), this::gained, this::lost);
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
            if (partitions.ready(partition).isPresent()) {
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
        rounds.forget(partition);
        reminders.drop(partition, Shard.documentIds(partition));
    }

    private void load(int partition, List<String> shardIds) {
        Map<String, Shard> shards = Objects.requireNonNullElse(
                documents.findAll(Shard.DOCUMENT, shardIds).block(DATABASE), Map.of());
        Instant now = clock.instant();
        shards.forEach((id, shard) -> queue.put(partition, id, shard, now));
        reminders.load(partition, shardIds);
    }
}
