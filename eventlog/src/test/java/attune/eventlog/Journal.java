package attune.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import attune.events.About;
import attune.events.CheckInId;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;

/** Writes the journal as the check-in service would. */
final class Journal implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T20:00:00Z");

    private final KafkaProducer<byte[], byte[]> producer;
    private final EventCodec codec = new EventCodec();

    Journal(String bootstrapServers) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "1"),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Envelope<CheckInRecorded> checkIn(String person, UUID id, int mood, @Nullable String note) {
        PersonId personId = PersonId.of(person);
        return new Envelope<>(EventId.about(personId, EventType.CHECKIN_RECORDED, id.toString()), personId,
                START.atOffset(ZoneOffset.ofHours(1)), START, "test", null,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                new CheckInRecorded(new CheckInId(id), About.SELF, mood, null, null, null, List.of(),
                        note == null ? null : PrivateText.of(note), List.of(), null));
    }

    Position append(Envelope<?> envelope) {
        EncodedEvent encoded = codec.encode(envelope);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Log.JOURNAL.topic(), encoded.key(),
                encoded.value());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value));
        return append(record);
    }

    Position append(ProducerRecord<byte[], byte[]> record) {
        try {
            var metadata = producer.send(record).get();
            return new Position(Log.JOURNAL, metadata.partition(), metadata.offset());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
