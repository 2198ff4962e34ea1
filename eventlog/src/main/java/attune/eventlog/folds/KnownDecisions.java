package attune.eventlog.folds;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

import attune.events.EventId;

/**
 * The decisions that stand on the service's own log already although their causes lie at or past the fold's position: a
 * crash, a rebuild or a restored database left them. They are not appended again.
 */
final class KnownDecisions {

    private final TreeMap<Long, Set<EventId>> byCause = new TreeMap<>();

    void add(long causeOffset, EventId decision) {
        byCause.computeIfAbsent(causeOffset, _ -> new HashSet<>()).add(decision);
    }

    boolean contains(long causeOffset, EventId decision) {
        return byCause.getOrDefault(causeOffset, Set.of()).contains(decision);
    }

    void forgetBefore(long causeOffset) {
        byCause.headMap(causeOffset).clear();
    }

    boolean isEmpty() {
        return byCause.isEmpty();
    }
}
