package attune.eventlog.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import attune.events.EventCodec;
import attune.events.Log;
import attune.events.Position;

/**
 * Reads a stretch of a log, apart from any fold and any consumer group. Each call opens a consumer of its own and blocks
 * until it is done: for consumer threads, start-up and operators. A broken log is a {@link KafkaException}.
 */
public final class LogReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<? extends org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers;
    private final EventCodec codec;
    private final Duration patience;

    /**
     * A reader.
     *
     * @param consumers makes consumers without a group
     * @param patience how long the log may give nothing before the reader gives up
     */
    public LogReader(Supplier<? extends org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers,
            EventCodec codec, Duration patience) {
        this.consumers = consumers;
        this.codec = codec;
        this.patience = patience;
    }

    /** The first offset that is still there and the offset after the last. */
    public Extent extent(Log log, int partition) {
        try (var consumer = consumers.get()) {
            return extent(consumer, new TopicPartition(log.topic(), partition));
        }
    }

    /** The record at a position; empty if the log does not reach so far or no longer holds it. */
    public Optional<LogRecord> at(Position position) {
        List<LogRecord> found = new ArrayList<>(1);
        read(position.log(), position.partition(), position.offset(), position.offset() + 1, found::add);
        return found.stream().filter(record -> record.position().equals(position)).findFirst();
    }

    /** Hands over the records from an offset to the end that the log has at this moment, in their order. */
    public void readToEnd(Log log, int partition, long from, Consumer<LogRecord> reader) {
        read(log, partition, from, Long.MAX_VALUE, reader);
    }

    private void read(Log log, int partition, long from, long before, Consumer<LogRecord> reader) {
        TopicPartition topicPartition = new TopicPartition(log.topic(), partition);
        try (var consumer = consumers.get()) {
            Extent extent = extent(consumer, topicPartition);
            long end = Math.min(before, extent.end());
            long start = Math.max(from, extent.start());
            if (start >= end) {
                return;
            }
            consumer.seek(topicPartition, start);
            long lastProgress = System.nanoTime();
            while (consumer.position(topicPartition, patience) < end) {
                List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(topicPartition);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < end) {
                        reader.accept(LogRecord.of(record, codec));
                    }
                }
                if (!records.isEmpty()) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > patience.toNanos()) {
                    throw new KafkaException("The log " + log.topic() + " gives no records");
                }
            }
        }
    }

    private Extent extent(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            TopicPartition partition) {
        consumer.assign(List.of(partition));
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(List.of(partition), patience);
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition), patience);
        return new Extent(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L));
    }

    /**
     * How far a partition reaches.
     *
     * @param start the first offset that is still there
     * @param end the offset after the last
     */
    public record Extent(long start, long end) {}
}
