package attune.notification.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import attune.eventlog.documents.DocumentKey;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.Envelope;
import attune.events.Event;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.PersonId;
import attune.events.Position;

/** The logs and the folds of a simulation, without broker and database: each event is folded as soon as it is there. */
final class VirtualLog {

    private final Map<DocumentKey<?>, Record> documents = new HashMap<>();
    private final Map<EventId, Boolean> ids = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventId, Boolean> eldest) {
            return size() > 100_000;
        }
    };
    private final int partitions;
    private long offset;

    VirtualLog(int partitions) {
        this.partitions = partitions;
    }

    int partition(PersonId person) {
        return Math.floorMod(person.value().hashCode() / 31, partitions);
    }

    /** Folds an event unless it is a twin, and tells what was decided because of it. */
    <E extends Event> void append(Fold<E> fold, PersonId person, EventId id, E event, Instant at,
            Consumer<Decision> decided) {
        if (ids.putIfAbsent(id, true) != null) {
            return;
        }
        Recorded<E> recorded = new Recorded<>(
                new Position(EventType.of(event).log(), partition(person), offset++),
                new Envelope<>(id, person, at.atOffset(ZoneOffset.UTC), at, "simulation", null, null, event));
        fold.updates(recorded).forEach(update -> change(update, decided));
    }

    EventId nextId() {
        return new EventId(new UUID(7, offset));
    }

    @SuppressWarnings("unchecked")
    private <S extends Record> void change(Update<S> update, Consumer<Decision> decided) {
        DocumentKey<S> key = new DocumentKey<>(update.kind(), update.id());
        Folded<S> after = update.change().apply((S) documents.getOrDefault(key, update.kind().initial()));
        documents.put(key, after.state());
        after.decisions().forEach(decided);
    }

    @SuppressWarnings("unchecked")
    <S extends Record> S find(DocumentKind<S> kind, String id) {
        return (S) documents.getOrDefault(new DocumentKey<>(kind, id), kind.initial());
    }

    void forget(DocumentKind<?> kind, String id) {
        documents.remove(new DocumentKey<>(kind, id));
    }
}
