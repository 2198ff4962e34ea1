package attune.bench.log;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

import attune.bench.load.Ids;
import attune.events.About;
import attune.events.Audience;
import attune.events.CheckInId;
import attune.events.EncodedEvent;
import attune.events.Envelope;
import attune.events.EventCodec;
import attune.events.EventId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.PrivateText;

/** Journal events as the check-in service writes them, for what is measured without it. Thread-safe. */
public final class JournalEvents {

    private static final List<PrivateText> WORDS = List.of(new PrivateText("tense"), new PrivateText("lonely"));
    private static final PrivateText NOTE = new PrivateText(
            "We talked about the money again and I felt smaller with every sentence. I wanted to explain how tired I am. "
                    + "She was late and did not call. I know it is a small thing. It did not feel small when I waited.");

    private final InstantSource clock;
    private final SplittableRandom random;
    private final Ids ids;
    private final EventCodec codec = new EventCodec();

    public JournalEvents(InstantSource clock, SplittableRandom random) {
        this.clock = clock;
        this.random = random;
        this.ids = new Ids(clock, random.nextLong());
    }

    /** A check-in of a person, recorded now. */
    public synchronized Sent checkIn(String person) {
        Instant now = clock.instant();
        UUID id = ids.next();
        CheckInRecorded event = new CheckInRecorded(new CheckInId(id), About.PARTNER, rating(), rating(), rating(),
                rating(), WORDS, NOTE, List.of(Audience.COACH), null);
        return sent(new Envelope<>(new EventId(ids.next()), new PersonId(person), now.atOffset(ZoneOffset.UTC), now,
                "checkin-service", null, null, event));
    }

    private Sent sent(Envelope<?> envelope) {
        EncodedEvent encoded = codec.encode(envelope);
        RecordHeaders headers = new RecordHeaders();
        encoded.headers().forEach(headers::add);
        return new Sent(envelope.id().toString(),
                new ProducerRecord<>(Log.JOURNAL.topic(), null, encoded.key(), encoded.value(), headers));
    }

    private int rating() {
        return 1 + random.nextInt(5);
    }
}
