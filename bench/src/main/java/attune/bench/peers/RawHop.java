package attune.bench.peers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The middle of "raw two hop": whatever comes on one topic goes to another, key and headers with it, acknowledged by
 * all in-sync replicas, nothing waiting for anything. The floor for a fold that decides.
 */
public final class RawHop {

    private RawHop() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments bootstrap servers, topic to read, topic to write
     */
    public static void main(String[] arguments) {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", arguments[0], "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(), new ByteArraySerializer());
                Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", arguments[0], "fetch.min.bytes", 1, "enable.auto.commit", false),
                        new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumeFromEnd(consumer, arguments[1]);
            System.out.println("partitions " + producer.partitionsFor(arguments[2]).size());
            System.out.println("ready");
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    var _ = producer.send(
                            new ProducerRecord<>(arguments[2], null, each.key(), each.value(), each.headers()));
                }
            }
        }
    }

    private static void consumeFromEnd(Consumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic)
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toList());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }
}
