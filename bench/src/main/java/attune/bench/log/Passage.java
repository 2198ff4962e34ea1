package attune.bench.log;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import attune.bench.load.Recording;
import attune.bench.load.Schedule;

/**
 * Times the way of events through the logs: puts them on one topic by a schedule and waits for what follows from them
 * on another. Latency counts from the moment an event was due to the moment its consequence was read.
 *
 * @param bootstrapServers the broker
 * @param to the topic on which the consequences come
 * @param causeOf which event a record on that topic followed from, by the id given to {@link Sent}; empty for none
 * @param grace how long consequences are awaited after the last event; what is missing then has failed
 */
public record Passage(String bootstrapServers, String to,
        Function<ConsumerRecord<byte[], byte[]>, Optional<String>> causeOf, Duration grace) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    public Passage(String bootstrapServers, String to,
            Function<ConsumerRecord<byte[], byte[]>, Optional<String>> causeOf) {
        this(bootstrapServers, to, causeOf, GRACE);
    }

    /** Sends by the schedule. Blocks until every consequence was read or the grace is over. */
    public Recording run(Schedule schedule, LongFunction<Sent> events) throws IOException {
        Recording recording = new Recording();
        Map<String, Long> due = new ConcurrentHashMap<>();
        try (Producer<byte[], byte[]> producer = producer();
                Consumer<byte[], byte[]> consumer = consumerAtEnd()) {
            Thread reader = Thread.ofPlatform().name("bench-reader").start(() -> read(consumer, due, recording));
            long start = System.nanoTime() + Duration.ofMillis(50).toNanos();
            producer.partitionsFor(to);
            send(schedule, events, start, due, producer, recording);
            long end = System.nanoTime() + grace.toNanos();
            while (recording.answered() < schedule.count() && System.nanoTime() < end) {
                Schedule.awaitNanos(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1));
            }
            recording.took(Math.max(System.nanoTime() - start, schedule.lengthNanos()));
            consumer.wakeup();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while events were on their way", e);
        }
        due.values().forEach(moment -> recording.failed(System.nanoTime() - moment));
        return recording;
    }

    private static void send(Schedule schedule, LongFunction<Sent> events, long start, Map<String, Long> due,
            Producer<byte[], byte[]> producer, Recording recording) {
        for (long i = 0; i < schedule.count(); i++) {
            Sent next = events.apply(i);
            long moment = start + schedule.dueNanos(i);
            due.put(next.id(), moment);
            recording.late(Schedule.awaitNanos(moment));
            var _ = producer.send(next.message());
        }
        producer.flush();
    }

    private void read(Consumer<byte[], byte[]> consumer, Map<String, Long> due, Recording recording) {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    long now = System.nanoTime();
                    causeOf.apply(each).map(due::remove).ifPresent(moment -> recording.answered(now - moment));
                }
            }
        } catch (WakeupException _) {
            return; // the run is over
        }
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Consumer<byte[], byte[]> consumerAtEnd() {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.min.bytes", 1, "enable.auto.commit", false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(to)
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
