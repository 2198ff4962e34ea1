package attune.eventlog.records;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import attune.events.DecodedEvent;
import attune.events.EventCodec;
import attune.events.Log;
import attune.events.Position;

/** A record of a log, read as far as it can be read. */
public record LogRecord(Position position, DecodedEvent decoded) {

    public static LogRecord of(ConsumerRecord<byte[], byte[]> record, EventCodec codec) {
        Log log = Log.ofTopic(record.topic());
        DecodedEvent decoded = codec.decode(log, record.key(), name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        }, record.value());
        return new LogRecord(new Position(log, record.partition(), record.offset()), decoded);
    }
}
