package attune.coach;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import attune.events.DecodedEvent.Decoded;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.EventType;
import attune.events.Log;
import attune.events.Position;

/** Appends to the logs of the other services, as they would. */
final class Journal implements AutoCloseable {

    @SuppressWarnings("TimeZoneUsage") // tests of the whole service live in real time
    static final Clock CLOCK = Clock.systemUTC();

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Surroundings.KAFKA.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(), new ByteArraySerializer());
    private final EventCodec codec = new EventCodec();

    /** Appends an event that happened a moment ago, and gives where it stands. */
    Position append(String person, Event event) {
        Instant now = CLOCK.instant();
        return append(Told.by(person).at(now.atOffset(ZoneOffset.UTC)).recordedAt(now).envelope(event));
    }

    /** Appends an event whose body nobody can read. */
    Position appendUnreadable(String person, Event event) {
        Instant now = CLOCK.instant();
        EncodedEvent encoded = codec.encode(Told.by(person).at(now.atOffset(ZoneOffset.UTC)).recordedAt(now)
                .envelope(event));
        return append(EventType.of(event).log(), new EncodedEvent(encoded.key(), encoded.headers(),
                "{\"mood\":".getBytes(StandardCharsets.UTF_8)));
    }

    Position append(Envelope<?> envelope) {
        return append(EventType.of(envelope.event()).log(), codec.encode(envelope));
    }

    private Position append(Log log, EncodedEvent encoded) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(log.topic(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value));
        try {
            RecordMetadata metadata = producer.send(record).get();
            return new Position(log, metadata.partition(), metadata.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What stands on the coaching log about a person, in its order. */
    List<Event> coaching(String person) {
        List<Event> events = new ArrayList<>();
        Map<Integer, Long> ends = ends(Log.COACHING);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Surroundings.KAFKA.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = ends.keySet().stream()
                    .map(partition -> new TopicPartition(Log.COACHING.topic(), partition)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one.partition(), 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(person)
                            && codec.decode(Log.COACHING, record.key(), name -> header(record, name),
                                    record.value()) instanceof Decoded decoded) {
                        events.add(decoded.envelope().event());
                    }
                });
            }
        }
        return events;
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    /** The end offsets of a log, by partition. */
    Map<Integer, Long> ends(Log log) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Surroundings.KAFKA.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Surroundings.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(log.topic(), partition)).toList();
            Map<Integer, Long> ends = new TreeMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
