package attune.eventlog.folds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

import com.mongodb.MongoException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

import attune.eventlog.positions.FoldPosition;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.Log;

/**
 * The folds of a service, each as the function that Spring Cloud Stream calls. The function bean must have the name of
 * the fold, its binding the destination {@link Log#topic()} and the group {@code attune.} + name.
 */
public final class Folds {

    private static final Logger LOGGER = LoggerFactory.getLogger(Folds.class);

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final FoldContext context;
    private final EventCodec codec;
    private final Map<String, FoldRunner<?>> runners = new ConcurrentSkipListMap<>();
    private final Set<String> rebuilds = ConcurrentHashMap.newKeySet();

    public Folds(FoldContext context, EventCodec codec) {
        this.context = context;
        this.codec = codec;
    }

    /** The function that folds the batches of a fold's log. */
    public <E extends Event> Consumer<Message<List<byte[]>>> consume(Fold<E> fold) {
        return consume(fold, _ -> {});
    }

    /**
     * The function that folds the batches of a fold's log.
     *
     * @param whenDecided is told of each decision when the log has acknowledged it, and not again at a rebuild; for
     *        metrics: quick, and without failing
     */
    public <E extends Event> Consumer<Message<List<byte[]>>> consume(Fold<E> fold, Consumer<Envelope<?>> whenDecided) {
        FoldRunner<E> runner = new FoldRunner<>(fold, whenDecided, context, codec);
        if (runners.putIfAbsent(fold.name(), runner) != null) {
            throw new IllegalArgumentException("There are two folds with the name " + fold.name());
        }
        return runner;
    }

    /** The names of the folds that read a log. */
    public List<String> reading(Log log) {
        return runners.values().stream().map(FoldRunner::fold).filter(fold -> fold.log() == log).map(Fold::name)
                .toList();
    }

    /** The names of all folds. */
    public Set<String> names() {
        return Set.copyOf(runners.keySet());
    }

    /** The positions of a fold in the partitions that this instance has taken up. */
    public Map<Integer, FoldPosition> positions(String name, int partitionCount) {
        Map<Integer, FoldPosition> positions = new TreeMap<>();
        runner(name).ifPresent(runner -> {
            for (int number = 0; number < partitionCount; number++) {
                FoldPosition position = runner.position(number);
                if (position != null) {
                    positions.put(number, position);
                }
            }
        });
        return positions;
    }

    /**
     * Asks for a rebuild of what this instance folds: it drops the fold's documents and folds the log from the start.
     * Nothing is appended that the log holds already. It begins within a second or so; it runs on the consumer's thread.
     *
     * @return whether there is such a fold
     */
    public boolean rebuild(String name) {
        boolean found = runners.containsKey(name);
        if (found) {
            rebuilds.add(name);
        }
        return found;
    }

    Optional<FoldRunner<?>> runner(String name) {
        return Optional.ofNullable(runners.get(name));
    }

    /** Does a rebuild that was asked for. On the consumer's thread, between two batches. */
    void rebuildIfAsked(String name, org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {
        if (!rebuilds.remove(name)) {
            return;
        }
        runner(name).ifPresent(runner -> {
            for (TopicPartition partition : consumer.assignment()) {
                runner.rebuild(partition.partition(), "asked-for");
                consumer.seek(partition, 0);
            }
        });
    }

    /**
     * Reads again what the database has forgotten and nothing comes after. On the consumer's thread, when nothing has come
     * for a moment: all that was read is folded then.
     */
    void seekIfGroundWasLost(String name, org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {
        runner(name).ifPresent(runner -> {
            try {
                Set<TopicPartition> assigned = consumer.assignment();
                Map<Integer, Long> stored = runner.stored(assigned.stream().map(TopicPartition::partition).toList());
                for (TopicPartition partition : assigned) {
                    if (consumer.position(partition, A_MOMENT) > stored.getOrDefault(partition.partition(), 0L)) {
                        LOGGER.atWarn().addKeyValue("fold", name).addKeyValue("partition", partition.partition())
                                .log("The database stands behind what was folded: it is folded again");
                        runner.forget(partition.partition());
                        seek(runner, consumer, partition);
                    }
                }
            } catch (MongoException | KafkaException | IllegalStateException e) {
                // What is away is asked again after a moment.
                LOGGER.atDebug().addKeyValue("fold", name).log("The stored positions cannot be compared now");
            }
        });
    }

    /** Seeks partitions that were assigned to their stored positions. */
    void assigned(String name, org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            Iterable<TopicPartition> partitions) {
        runner(name).ifPresent(runner -> {
            for (TopicPartition partition : partitions) {
                runner.forget(partition.partition());
                seek(runner, consumer, partition);
            }
        });
    }

    /** If the database is away, the first batch finds out where reading has to go on. */
    private static void seek(FoldRunner<?> runner, org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            TopicPartition partition) {
        try {
            consumer.seek(partition, runner.next(partition.partition()));
        } catch (RuntimeException e) {
            LOGGER.atWarn().addKeyValue("fold", runner.fold().name()).addKeyValue("cause", e.toString())
                    .log("The stored position cannot be read now");
        }
    }

    void revoked(String name, Iterable<TopicPartition> partitions) {
        runner(name).ifPresent(runner -> partitions.forEach(partition -> runner.forget(partition.partition())));
    }
}
