package attune.eventlog.positions;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How far the folds of this instance have come, in memory, for the partitions that it owns. */
public final class Progress {

    private final Map<Place, Long> next = new ConcurrentHashMap<>();

    /** Notes that a fold has come to this offset. */
    public void reached(String fold, int partition, long nextOffset) {
        next.put(new Place(fold, partition), nextOffset);
    }

    /** Notes that this instance no longer folds this partition. */
    public void lost(String fold, int partition) {
        next.remove(new Place(fold, partition));
    }

    /** The offset of the next event, if this instance folds the partition. */
    public OptionalLong next(String fold, int partition) {
        Long offset = next.get(new Place(fold, partition));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** The partitions that this instance folds. */
    public Set<Integer> partitions(String fold) {
        return next.keySet().stream()
                .filter(place -> place.fold().equals(fold))
                .map(Place::partition)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Place(String fold, int partition) {}
}
