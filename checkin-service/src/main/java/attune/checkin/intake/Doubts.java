package attune.checkin.intake;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import attune.events.Envelope;
import attune.events.EventId;
import attune.events.JournalEvent;

/**
 * What this instance handed to the log without hearing whether it arrived, the first of each id: if it did arrive, it
 * is what counts. Bounded. Safe for use by many threads.
 */
@Component
class Doubts {

    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Cache<EventId, Envelope<?>> sent = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .build();

    @SuppressWarnings("unchecked") // an event id is made from the type
    <E extends JournalEvent> @Nullable Envelope<E> find(EventId id) {
        return (Envelope<E>) sent.getIfPresent(id);
    }

    void add(Envelope<?> envelope) {
        sent.asMap().putIfAbsent(envelope.id(), envelope);
    }

    void resolve(EventId id) {
        sent.invalidate(id);
    }
}
