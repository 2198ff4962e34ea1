package attune.bench.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import attune.embedded.PushReceiver.Subscription;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.DeliveryEvent.Route;
import attune.events.EncodedEvent;
import attune.events.Ending;
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
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Subject;
import attune.events.SubjectKind;

/**
 * Notifications that are due later, for people who have said how to reach them, as the services would write them. Used by
 * one thread; all of it is on the logs once it is closed.
 */
public final class Intents implements AutoCloseable {

    private static final Duration OF_USE = Duration.ofHours(12);

    private final InstantSource clock = InstantSource.system();
    private final EventCodec codec = new EventCodec();
    private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
    private final Producer<byte[], byte[]> producer;

    /** Opens the logs of a broker. */
    public Intents(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 20, "batch.size", 131_072),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One for a person with a browser and no mail. */
    public void byPush(String person, Subscription browser, Instant due) {
        write(person, preferences(null));
        write(person, new PushSubscribed(UUID.randomUUID(), PrivateText.of(browser.endpoint().toString()),
                PrivateText.of(browser.p256dh()), PrivateText.of(browser.auth())));
        plan(person, Channel.PUSH, due);
    }

    /** One for a person with mail and no browser. */
    public void byMail(String person, Instant due) {
        write(person, preferences(new EmailPreference(PrivateText.of(person + "@attune.example"), true)));
        plan(person, Channel.EMAIL, due);
    }

    /** It is not night where they are. */
    private PreferencesChanged preferences(@Nullable EmailPreference email) {
        LocalTime now = clock.instant().atOffset(ZoneOffset.UTC).toLocalTime().withNano(0);
        return new PreferencesChanged("UTC", "en", new QuietHours(now.minusHours(3), now.minusHours(2)), email);
    }

    private void plan(String person, Channel channel, Instant due) {
        Instant now = clock.instant();
        EventId cause = EventId.random(now);
        NotificationId id = NotificationId.derivedFrom(cause, Category.SUGGESTION.wireName());
        write(person, new NotificationPlanned(id, Category.SUGGESTION,
                new Subject(SubjectKind.SUGGESTION, UUID.randomUUID()), PrivateText.of("A pause for both of you"),
                PrivateText.of("Take twenty minutes apart, and say when you will be back."), now, due.plus(OF_USE),
                List.of(new Route(channel, due)), null));
        write(person, new NotificationEnded(id, Channel.INBOX, Ending.SENT, Reason.DELIVERED, Category.SUGGESTION));
    }

    private void write(String person, Event event) {
        Instant now = clock.instant();
        EncodedEvent encoded = codec.encode(new Envelope<>(EventId.random(now), PersonId.of(person),
                now.atOffset(ZoneOffset.UTC), now, "bench", null, null, event));
        RecordHeaders headers = new RecordHeaders();
        encoded.headers().forEach(headers::add);
        var _ = producer.send(new ProducerRecord<>(EventType.of(event).log().topic(), null, encoded.key(),
                encoded.value(), headers), (_, failure) -> fault.compareAndSet(null, failure));
    }

    @Override
    public void close() {
        producer.close();
        Exception first = fault.get();
        if (first != null) {
            throw new IllegalStateException("The logs could not be filled", first);
        }
    }
}
