package attune.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import attune.events.DecodedEvent;
import attune.events.DecodedEvent.Decoded;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;

/** All that stands on the three logs, each in its order. */
record Logs(List<Entry> entries) {

    private static final EventCodec CODEC = new EventCodec();

    /** One record of a log. */
    record Entry(Position position, Map<String, String> headers, DecodedEvent decoded) {

        Optional<Envelope<?>> envelope() {
            return decoded instanceof Decoded event ? Optional.of(event.envelope()) : Optional.empty();
        }

        /** The trace that the record belongs to; empty if it has none. */
        String traceId() {
            String traceparent = headers.getOrDefault("traceparent", "");
            return traceparent.length() == 55 ? traceparent.substring(3, 35) : "";
        }
    }

    /** Reads all logs from their start to where they end now. */
    static Logs read(String brokers) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "enable.auto.commit", false,
                "allow.auto.create.topics", false);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(Log.values())
                    .flatMap(log -> consumer.partitionsFor(log.topic()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> entries.add(entry(record)));
            }
        }
        return new Logs(List.copyOf(entries));
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        Log log = Log.ofTopic(record.topic());
        Map<String, byte[]> bytes = new HashMap<>();
        for (Header header : record.headers()) {
            bytes.put(header.key(), header.value());
        }
        Map<String, String> headers = new HashMap<>();
        bytes.forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));
        return new Entry(new Position(log, record.partition(), record.offset()), headers,
                CODEC.decode(log, record.key(), bytes::get, record.value()));
    }

    /** All events of a log that a record makes, in the order of each partition. */
    List<Envelope<?>> of(Log log) {
        return entries.stream().filter(entry -> entry.position().log() == log)
                .flatMap(entry -> entry.envelope().stream())
                .toList();
    }

    /** A person's events of one type, in their order. */
    <E extends Event> List<E> of(String person, Class<E> type) {
        return entries.stream()
                .flatMap(entry -> entry.envelope().stream())
                .filter(envelope -> envelope.person().equals(PersonId.of(person)))
                .map(Envelope::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** How many records each log holds. */
    Map<Log, Long> sizes() {
        Map<Log, Long> sizes = new java.util.EnumMap<>(Log.class);
        entries.forEach(entry -> sizes.merge(entry.position().log(), 1L, Long::sum));
        return sizes;
    }
}
