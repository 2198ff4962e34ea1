package attune.notification;

import java.time.Clock;
import java.time.Duration;
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

import attune.events.Category;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

/** Writes the journal and the coaching log as the other services would. */
final class Writer implements AutoCloseable {

    static final String TITLE = "Eine Pause für Maren und dich";
    static final String BODY = "Nach dem Streit über Geld: zwanzig Minuten jeder für sich.";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KafkaProducer<byte[], byte[]> producer;
    private final EventCodec codec = new EventCodec();
    private final Clock clock;

    Writer(String bootstrapServers, Clock clock) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /** A suggestion, and the notification that is to come of it. */
    NotificationId suggest(String person) {
        return suggest(person, Duration.ofDays(3));
    }

    NotificationId suggest(String person, Duration useful) {
        Instant now = clock.instant();
        SuggestionId id = new SuggestionId(UUID.randomUUID());
        SuggestionOffered offered = new SuggestionOffered(id, "R02", "2026-11-1", "R02.time-out", PrivateText.of(TITLE),
                PrivateText.of(BODY), List.of(), PrivateText.of("Weil es gestern laut wurde."), "B", 20,
                new Subject(SubjectKind.CONFLICT, UUID.randomUUID()), now, now.plus(useful), Map.of(), List.of(),
                List.of());
        EventId event = append(person, offered);
        return NotificationId.derivedFrom(event, Category.SUGGESTION.wireName());
    }

    /** What the person says about how to reach them. */
    void prefer(String person, @Nullable String zone, @Nullable QuietHours quietHours, @Nullable String address) {
        append(person, new PreferencesChanged(zone, "de", quietHours,
                address == null ? null : new EmailPreference(PrivateText.of(address), true)));
    }

    EventId append(String person, Event event) {
        Instant now = clock.instant();
        EventId id = EventId.random(now);
        append(new Envelope<>(id, PersonId.of(person), now.atOffset(ZoneOffset.ofHours(1)), now, "test", null, TRACE,
                event));
        return id;
    }

    Position append(Envelope<?> envelope) {
        EncodedEvent encoded = codec.encode(envelope);
        var log = EventType.of(envelope.event()).log();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(log.topic(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value));
        try {
            var metadata = producer.send(record).get();
            return new Position(log, metadata.partition(), metadata.offset());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
