package attune.bench.peers;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * "Plain loop": reads so many JSON records of a topic from the beginning, parses each and forgets it. The floor for
 * draining and rebuilding. Prints {@code drained RECORDS NANOS}, counted from the first batch to the last record.
 */
public final class PlainLoop {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlainLoop() {}

    /**
     * Runs until all is read.
     *
     * @param arguments bootstrap servers, topic, number of records
     */
    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[2]);
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", arguments[0], "fetch.min.bytes", 1, "enable.auto.commit", false,
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(arguments[1])
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            System.out.println("ready");
            long nanos = drain(consumer, count);
            System.out.println("drained " + count + " " + nanos);
        }
    }

    private static long drain(Consumer<byte[], byte[]> consumer, long count) {
        long start = 0;
        long read = 0;
        while (read < count) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofSeconds(1));
            start = start == 0 && !batch.isEmpty() ? System.nanoTime() : start;
            for (ConsumerRecord<byte[], byte[]> each : batch) {
                read += MAPPER.readTree(each.value()).isObject() ? 1 : 0;
            }
        }
        return System.nanoTime() - start;
    }
}
