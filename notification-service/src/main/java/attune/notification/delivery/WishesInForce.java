package attune.notification.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import attune.eventlog.positions.Positions;
import attune.eventlog.positions.Progress;
import attune.events.Log;
import attune.notification.queue.DeliveryKey;
import attune.notification.recipients.RecipientFold;

/**
 * Holds back what is due until all that people had said about how to reach them has been folded: after a restart, and
 * while that fold is behind. Used by one thread.
 */
final class WishesInForce {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogEnds ends;
    private final Progress progress;
    private final Positions positions;
    private final Map<Integer, Barrier> barriers = new HashMap<>();

    WishesInForce(LogEnds ends, Progress progress, Positions positions) {
        this.ends = ends;
        this.progress = progress;
        this.positions = positions;
    }

    /** What may be looked at now. Asks the log, so that nothing is begun while the log is away. */
    List<Due> known(List<Due> due) {
        Map<Integer, List<Due>> byPartition = due.stream().collect(Collectors.groupingBy(Due::partition));
        raise(byPartition);
        return byPartition.entrySet().stream().flatMap(entry -> passed(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** Whether something waits for the fold. */
    boolean isHolding() {
        return !barriers.isEmpty();
    }

    void forget(int partition) {
        barriers.remove(partition);
    }

    private void raise(Map<Integer, List<Due>> byPartition) {
        Map<Integer, Long> journalEnds = ends.of(Log.JOURNAL, byPartition.keySet());
        byPartition.forEach((partition, dues) -> barriers.computeIfAbsent(partition, _ -> new Barrier(
                Objects.requireNonNull(journalEnds.get(partition)),
                dues.stream().map(Due::key).collect(Collectors.toSet()))));
    }

    private List<Due> passed(int partition, List<Due> dues) {
        Barrier barrier = barriers.get(partition);
        if (barrier == null || next(partition) < barrier.journalEnd()) {
            return List.of();
        }
        barriers.remove(partition);
        return dues.stream().filter(due -> barrier.before().contains(due.key())).toList();
    }

    private long next(int partition) {
        OptionalLong here = progress.next(RecipientFold.NAME, partition);
        return here.isPresent() ? here.getAsLong() : elsewhere(partition);
    }

    private long elsewhere(int partition) {
        return Objects.requireNonNull(positions.find(RecipientFold.NAME, partition).block(PATIENCE)).next();
    }

    /**
     * What stood before it when it was raised may pass once the fold has come so far.
     *
     * @param journalEnd the offset that the fold has to reach
     */
    private record Barrier(long journalEnd, Set<DeliveryKey> before) {}
}
