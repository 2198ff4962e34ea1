package attune.checkin;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import attune.events.Log;

/** How long the journal is. */
final class LogEnds {

    private LogEnds() {}

    /** The events on the journal, by partition. */
    static Map<Integer, Long> of(Surroundings surroundings) {
        List<TopicPartition> partitions = IntStream.range(0, Surroundings.PARTITIONS)
                .mapToObj(number -> new TopicPartition(Log.JOURNAL.topic(), number))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", surroundings.kafka().bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Map<Integer, Long> ends = new HashMap<>();
            consumer.endOffsets(partitions, Duration.ofSeconds(20))
                    .forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    /** How many events the journal holds. */
    static long total(Surroundings surroundings) {
        return of(surroundings).values().stream().mapToLong(Long::longValue).sum();
    }
}
