package attune.notification.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import attune.events.Log;

/**
 * Asks where logs end, over one connection that stays open. Used by one thread. A log that is away is a
 * {@link KafkaException}.
 */
final class LogEnds implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private @Nullable Consumer<byte[], byte[]> consumer;

    LogEnds(Supplier<? extends Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** The offset after the last event of each of these partitions, now. */
    Map<Integer, Long> of(Log log, Collection<Integer> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Consumer<byte[], byte[]> open = consumer == null ? consumers.get() : consumer;
        consumer = open;
        List<TopicPartition> topicPartitions = partitions.stream()
                .map(partition -> new TopicPartition(log.topic(), partition))
                .toList();
        if (!open.assignment().equals(Set.copyOf(topicPartitions))) {
            open.assign(topicPartitions); // it never reads; without this it warns about each answer
        }
        return open.endOffsets(topicPartitions, PATIENCE).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    }

    @Override
    public void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }
}
