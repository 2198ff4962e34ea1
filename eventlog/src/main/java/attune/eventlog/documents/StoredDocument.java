package attune.eventlog.documents;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.EventId;
import attune.events.Position;

/**
 * A document with its memory: how far it has seen its partition and which events it saw last. Immutable.
 *
 * @param partition the partition of the log that it comes from
 * @param seen the offset of the last event that was applied; -1 before the first
 * @param version how many events were applied: the same for the same events, however they were cut into batches
 * @param recent the ids of the last events that were applied, oldest first: a twin of one of them has no effect
 * @param storedVersion the version that the database holds; 0 if it holds none
 */
public record StoredDocument<S extends Record>(DocumentKey<S> key, int partition, long seen, long version,
        List<EventId> recent, S state, long storedVersion) {

    /** How many event ids a document remembers. */
    public static final int MEMORY = 100;

    /** The document before its first event. */
    public static <S extends Record> StoredDocument<S> initial(DocumentKey<S> key) {
        return new StoredDocument<>(key, -1, -1, 0, List.of(), key.kind().initial(), 0);
    }

    public boolean hasSeen(Position position) {
        return position.partition() == partition && position.offset() <= seen;
    }

    public boolean hasSeen(EventId id) {
        return recent.contains(id);
    }

    /** The document after an event; the id is null if the record was none. */
    public StoredDocument<S> applied(Position position, @Nullable EventId id, S newState) {
        return new StoredDocument<>(key, position.partition(), position.offset(), version + 1,
                id == null ? recent : remembering(id), newState, storedVersion);
    }

    private List<EventId> remembering(EventId id) {
        List<EventId> ids = new ArrayList<>(recent.size() + 1);
        ids.addAll(recent.size() < MEMORY ? recent : recent.subList(recent.size() - MEMORY + 1, recent.size()));
        ids.add(id);
        return List.copyOf(ids);
    }

    /** Whether it differs from what the database holds. */
    public boolean changed() {
        return version != storedVersion;
    }
}
