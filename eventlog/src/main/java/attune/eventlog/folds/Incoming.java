package attune.eventlog.folds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

import attune.eventlog.records.LogRecord;
import attune.events.EventCodec;
import attune.events.Log;
import attune.events.Position;

/** A batch as Spring Cloud Stream hands it over: payloads, and their headers as lists beside them. */
final class Incoming {

    private final Message<?> message;
    private final List<?> payloads;

    Incoming(Message<?> message) {
        this.message = message;
        this.payloads = (List<?>) message.getPayload();
    }

    int size() {
        return payloads.size();
    }

    /** The records by partition, each in the order of its log, each read as far as it can be read. */
    Map<Integer, List<LogRecord>> byPartition(Log log, EventCodec codec) {
        List<?> partitions = list(KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(KafkaHeaders.OFFSET);
        List<?> keys = list(KafkaHeaders.RECEIVED_KEY);
        List<?> headers = list(KafkaHeaders.BATCH_CONVERTED_HEADERS);
        Map<Integer, List<LogRecord>> records = new LinkedHashMap<>();
        for (int i = 0; i < payloads.size(); i++) {
            Position position = new Position(log, (Integer) partitions.get(i), (Long) offsets.get(i));
            Map<?, ?> own = (Map<?, ?>) headers.get(i);
            records.computeIfAbsent(position.partition(), _ -> new ArrayList<>())
                    .add(LogRecord.of(position, bytes(keys.get(i)), name -> bytes(own.get(name)),
                            bytes(payloads.get(i)), codec));
        }
        return records;
    }

    /** The consumer, to be used on this thread only. */
    @Nullable
    Consumer<?, ?> consumer() {
        return message.getHeaders().get(KafkaHeaders.CONSUMER, Consumer.class);
    }

    private List<?> list(String header) {
        Object value = message.getHeaders().get(header);
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("The batch lacks the header " + header);
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> null;
        };
    }
}
