package attune.eventlog.records;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import attune.events.DecodedEvent;
import attune.events.DecodedEvent.Malformed;
import attune.events.EventCodec;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;

/**
 * A record of a log, read as far as it can be read.
 *
 * @param sufferer whose it is, if it cannot be read and its key names somebody; else null
 */
public record LogRecord(Position position, @Nullable PersonId sufferer, DecodedEvent decoded) {

    public static LogRecord of(ConsumerRecord<byte[], byte[]> record, EventCodec codec) {
        Position position = new Position(Log.ofTopic(record.topic()), record.partition(), record.offset());
        return of(position, record.key(), name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        }, record.value(), codec);
    }

    /**
     * Reads a record.
     *
     * @param header the bytes of a header by its name, or null
     */
    public static LogRecord of(Position position, byte @Nullable [] key, Function<String, byte @Nullable []> header,
            byte @Nullable [] value, EventCodec codec) {
        DecodedEvent decoded = codec.decode(position.log(), key, header, value);
        return new LogRecord(position, decoded instanceof Malformed ? person(key) : null, decoded);
    }

    private static @Nullable PersonId person(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        try {
            return PersonId.of(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
