package attune.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import attune.events.CaseId;
import attune.events.Category;
import attune.events.Channel;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.Level;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.events.SuggestionId;

/** Writes on the logs what the other services would. Used by one thread at a time. */
final class Pen implements AutoCloseable {

    private static final EventCodec CODEC = new EventCodec();
    private static final InstantSource CLOCK = InstantSource.system();

    private final KafkaProducer<byte[], byte[]> producer;

    Pen(String brokers) {
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all"), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A person wants mail and has a device that takes pushes, and it is not night where they are. */
    void wantsAll(String person, DeliveryEvent device) {
        LocalTime now = CLOCK.instant().atOffset(ZoneOffset.UTC).toLocalTime().withNano(0);
        write(person, new PreferencesChanged("UTC", "en", new QuietHours(now.minusHours(3), now.minusHours(2)),
                new EmailPreference(PrivateText.of(person + "@attune.example"), true)));
        write(person, device);
    }

    /** A coach wants their systems to be told of cases. */
    void wantsCasesByWebhook(String coach) {
        write(coach, new PreferencesChanged("UTC", "en", null, null, List.of(),
                List.of(new Choice(Category.SAFETY, Channel.WEBHOOK, Level.ON)), null, null, false, false));
    }

    /** A case of somebody, and the names of the notices that are to come of it, one for each coach. */
    List<NotificationId> openCase(String client, List<String> coaches) {
        Instant now = CLOCK.instant();
        EventId event = write(client, new CaseOpened(new CaseId(UUID.randomUUID()), RiskTier.S3,
                new Subject(SubjectKind.CHECK_IN, UUID.randomUUID()), now, now.plus(Duration.ofMinutes(15)),
                List.of(new Rung(RungKind.ASSIGNED, coaches.stream().map(PersonId::of).toList(), now)), List.of()));
        return IntStream.range(0, coaches.size()).mapToObj(i -> NotificationId.derivedFrom(event, "case/" + i))
                .toList();
    }

    /** A suggestion, and the name of the notification that is to come of it. */
    NotificationId suggest(String person) {
        Instant now = CLOCK.instant();
        EventId event = write(person, new SuggestionOffered(new SuggestionId(UUID.randomUUID()), "R02", "2026-11-1",
                "R02.time-out", PrivateText.of("A pause"), PrivateText.of("Twenty minutes apart."), List.of(),
                PrivateText.of("It was loud."), "B", 20, new Subject(SubjectKind.CONFLICT, UUID.randomUUID()), now,
                now.plus(Duration.ofDays(1)), Map.of(), List.of(), List.of()));
        return NotificationId.derivedFrom(event, Category.SUGGESTION.wireName());
    }

    /** Waits until the log has it. */
    private EventId write(String person, Event event) {
        Instant now = CLOCK.instant();
        EventId id = EventId.random(now);
        EncodedEvent encoded = CODEC.encode(new Envelope<>(id, PersonId.of(person), now.atOffset(ZoneOffset.UTC), now,
                "test", null, null, event));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(EventType.of(event).log().topic(), encoded.key(),
                encoded.value());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value));
        try {
            producer.send(record).get();
            return id;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
