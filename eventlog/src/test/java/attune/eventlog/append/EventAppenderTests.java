package attune.eventlog.append;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import attune.eventlog.append.AppendResult.Appended;
import attune.eventlog.append.AppendResult.Refused;
import attune.eventlog.append.AppendResult.Unknown;
import attune.eventlog.metrics.Stages;
import attune.eventlog.traces.Traces;
import attune.events.About;
import attune.events.CheckInId;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;
import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class EventAppenderTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable EventAppender appender;

    @AfterEach
    void close() {
        if (appender != null) {
            appender.close();
        }
    }

    @Test
    void saysWhereTheLogHasIt() {
        EventAppender appending = appending(new Broker(true), LONG);

        assertThat(appending.append(event()).block(LONG)).isInstanceOf(Appended.class);
        assertThat(registry.get("attune.append").tag("outcome", "appended").counter().count()).isEqualTo(1);
        assertThat(registry.get("attune.event.stage").tag("stage", "accepted").timer().count()).isEqualTo(1);
    }

    @Test
    void doesNotKnowWhenTheLogNeverAnswers() {
        EventAppender appending = appending(new Broker(false), Duration.ofMillis(100));

        assertThat(appending.append(event()).block(LONG)).isInstanceOf(Unknown.class);
    }

    @Test
    void doesNotKnowWhenTheAnswerIsAFailure() {
        Broker broker = new Broker(false);
        EventAppender appending = appending(broker, LONG);

        var answer = appending.append(event()).toFuture();
        await().until(() -> broker.errorNext(new TimeoutException("expired")));

        assertThat(answer.join()).isInstanceOf(Unknown.class);
    }

    @Test
    void refusesWhatCouldNotBeSent() {
        EventAppender appending = appending(new Broker(true) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                throw new TimeoutException("no metadata");
            }
        }, LONG);

        assertThat(appending.append(event()).block(LONG)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAfterItWasClosed() {
        EventAppender appending = appending(new Broker(true), LONG);
        appending.close();

        assertThat(appending.append(event()).block(LONG)).isInstanceOf(Refused.class);
    }

    @Test
    void answersEachOfManyInTheirOrder() throws InterruptedException {
        EventAppender appending = appending(new Broker(true), LONG);

        List<AppendResult> results = appending.appendAll(List.of(event(), event(), event()));

        assertThat(results).hasSize(3).allMatch(Appended.class::isInstance);
    }

    @Test
    void writesNoLogButItsOwn() {
        EventAppender appending = appending(Log.COACHING, new Broker(true), LONG);

        assertThatThrownBy(() -> appending.append(event()).block(LONG)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attune.coaching");
    }

    private EventAppender appending(MockProducer<byte[], byte[]> producer, Duration budget) {
        return appending(Log.JOURNAL, producer, budget);
    }

    private EventAppender appending(Log log, MockProducer<byte[], byte[]> producer, Duration budget) {
        Stages stages = new Stages(registry, Clock.fixed(NOW, ZoneOffset.UTC));
        EventAppender made = new EventAppender(log, producer, new EventCodec(), budget,
                new AppendMetrics(registry, stages), Traces.none());
        appender = made;
        return made;
    }

    private static Envelope<CheckInRecorded> event() {
        return new Envelope<>(EventId.random(NOW), PersonId.of("anna"), NOW.atOffset(ZoneOffset.UTC), NOW, "test",
                null, null, new CheckInRecorded(new CheckInId(UUID.fromString("0195f8a4-0000-7000-8000-000000000001")),
                        About.SELF, 3, null, null, null, List.of(), null, List.of(), null));
    }

    /** Kafka's own stand-in for a broker: it answers at once, or only when it is told to. */
    private static class Broker extends MockProducer<byte[], byte[]> {

        Broker(boolean answersAtOnce) {
            super(answersAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
        }
    }
}
