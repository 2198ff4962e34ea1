package attune.notification.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

import org.apache.kafka.common.KafkaException;

import attune.eventlog.positions.Progress;
import attune.events.Log;
import attune.notification.inbox.InboxFold;
import attune.notification.leases.Lease;
import attune.notification.leases.Leases;

/**
 * The partitions that this instance may deliver for: those whose fold {@code inbox} it runs and whose lease it holds, once
 * that fold has come to where the log ended when it had both. Before that, the documents may show as open what has long
 * been delivered. Used by one thread.
 */
final class OwnedPartitions {

    private final Progress progress;
    private final LogEnds ends;
    private final Leases leases;
    private final LongSupplier nanoTime;
    private final Map<Integer, Owned> owned = new HashMap<>();
    private long heardOfTheLog;

    OwnedPartitions(Progress progress, LogEnds ends, Leases leases, LongSupplier nanoTime) {
        this.progress = progress;
        this.ends = ends;
        this.leases = leases;
        this.nanoTime = nanoTime;
        this.heardOfTheLog = nanoTime.getAsLong();
    }

    /**
     * Looks again at what this instance owns.
     *
     * @param busy the partitions for which something is in hand
     * @param gained is told of each partition that may be delivered for from now on
     * @param lost is told of each that may not any more
     */
    void refresh(Set<Integer> busy, IntConsumer gained, IntConsumer lost) {
        Set<Integer> folded = progress.partitions(InboxFold.NAME);
        hearOfTheLog(folded, busy);
        leases.want(folded, busy);
        for (int partition : new TreeSet<>(owned.keySet())) {
            if (!folded.contains(partition) || !isHeld(partition) || hasStartedOver(partition)) {
                owned.remove(partition);
                lost.accept(partition);
            }
        }
        Map<Integer, Lease> added = new TreeMap<>();
        folded.stream()
                .filter(partition -> !owned.containsKey(partition))
                .forEach(partition -> leases.of(partition).ifPresent(lease -> added.put(partition, lease)));
        ends.of(Log.DELIVERIES, added.keySet()).forEach((partition, end) -> owned.put(partition,
                new Owned(Objects.requireNonNull(added.get(partition)), end, 0, false)));
        new TreeSet<>(owned.keySet()).forEach(partition -> advance(partition, gained));
    }

    /** Who does not reach the log may have lost its partitions without a word, and must not keep others from them. */
    private void hearOfTheLog(Set<Integer> folded, Set<Integer> busy) {
        long now = nanoTime.getAsLong();
        if (now - heardOfTheLog < leases.renewal().toNanos()) {
            return;
        }
        try {
            ends.of(Log.DELIVERIES, folded);
            heardOfTheLog = now;
        } catch (KafkaException e) {
            leases.want(Set.of(), busy);
            throw e;
        }
    }

    /** Begins anew with every partition: what was known of them may be out of date. */
    void forgetAll(IntConsumer lost) {
        new TreeSet<>(owned.keySet()).forEach(lost::accept);
        owned.clear();
    }

    /** Leaves all partitions to others. */
    void leaveAll(Set<Integer> busy) {
        leases.want(Set.of(), busy);
    }

    private void advance(int partition, IntConsumer gained) {
        Owned before = owned.get(partition);
        OptionalLong next = progress.next(InboxFold.NAME, partition);
        if (before == null || next.isEmpty()) {
            return;
        }
        boolean ready = next.getAsLong() >= before.end();
        owned.put(partition, new Owned(before.lease(), before.end(), next.getAsLong(), ready));
        if (ready && !before.ready()) {
            gained.accept(partition);
        }
    }

    /** The lease by which this instance may deliver now, if the fold has not begun again since the last look. */
    Optional<Lease> ready(int partition) {
        Owned known = owned.get(partition);
        return known != null && known.ready() && known.lease().isHeld() && !hasStartedOver(partition)
                ? Optional.of(known.lease())
                : Optional.empty();
    }

    private boolean isHeld(int partition) {
        Owned known = owned.get(partition);
        return known != null && known.lease().isHeld();
    }

    private boolean hasStartedOver(int partition) {
        Owned known = owned.get(partition);
        OptionalLong next = progress.next(InboxFold.NAME, partition);
        return known == null || next.isEmpty() || next.getAsLong() < known.next();
    }

    /**
     * A partition of this instance.
     *
     * @param end where the log ended when it was taken up
     * @param next how far the fold had come at the last look
     */
    private record Owned(Lease lease, long end, long next, boolean ready) {}
}
