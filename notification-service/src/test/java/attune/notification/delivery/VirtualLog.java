package attune.notification.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

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

    private final Map<String, Map<String, Record>> documents = new HashMap<>();
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
        Map<String, Record> collection = collection(update.kind());
        S before = (S) collection.getOrDefault(update.id(), update.kind().initial());
        Folded<S> after = update.change().apply(before);
        collection.put(update.id(), after.state());
        after.decisions().forEach(decided);
    }

    @SuppressWarnings("unchecked")
    <S extends Record> S find(DocumentKind<S> kind, String id) {
        return (S) collection(kind).getOrDefault(id, kind.initial());
    }

    /** A document that nobody will ask for again, lest a year fills the memory. */
    void forget(DocumentKind<?> kind, String id) {
        collection(kind).remove(id);
    }

    private Map<String, Record> collection(DocumentKind<?> kind) {
        return documents.computeIfAbsent(kind.collection(), _ -> new HashMap<>());
    }
}
