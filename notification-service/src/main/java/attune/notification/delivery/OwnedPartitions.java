package attune.notification.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

import attune.eventlog.positions.Progress;
import attune.events.Log;
import attune.notification.inbox.InboxFold;

/**
 * The partitions that this instance may deliver for: those whose fold {@code inbox} it runs, once that fold has come to
 * where the log ended when they were taken up. Before that, the documents may show as open what has long been delivered.
 * Used by one thread.
 */
final class OwnedPartitions {

    private final Progress progress;
    private final LogEnds ends;
    private final Map<Integer, Owned> owned = new HashMap<>();

    OwnedPartitions(Progress progress, LogEnds ends) {
        this.progress = progress;
        this.ends = ends;
    }

    /**
     * Looks again at what this instance owns.
     *
     * @param gained is told of each partition that may be delivered for from now on
     * @param lost is told of each that may not any more
     */
    void refresh(IntConsumer gained, IntConsumer lost) {
        Set<Integer> now = progress.partitions(InboxFold.NAME);
        for (int partition : new TreeSet<>(owned.keySet())) {
            if (!now.contains(partition) || hasStartedOver(partition)) {
                owned.remove(partition);
                lost.accept(partition);
            }
        }
        Set<Integer> added = new TreeSet<>(now);
        added.removeAll(owned.keySet());
        ends.of(Log.DELIVERIES, added).forEach((partition, end) -> owned.put(partition, new Owned(end, 0, false)));
        new TreeSet<>(owned.keySet()).forEach(partition -> advance(partition, gained));
    }

    /** Begins anew with every partition: what was known of them may be out of date. */
    void forgetAll(IntConsumer lost) {
        new TreeSet<>(owned.keySet()).forEach(lost::accept);
        owned.clear();
    }

    private void advance(int partition, IntConsumer gained) {
        Owned before = owned.get(partition);
        OptionalLong next = progress.next(InboxFold.NAME, partition);
        if (before == null || next.isEmpty()) {
            return;
        }
        boolean ready = next.getAsLong() >= before.end();
        owned.put(partition, new Owned(before.end(), next.getAsLong(), ready));
        if (ready && !before.ready()) {
            gained.accept(partition);
        }
    }

    /** Whether this instance still owns it, and the fold has not begun again since the last look. */
    boolean isReady(int partition) {
        Owned known = owned.get(partition);
        return known != null && known.ready() && !hasStartedOver(partition);
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
    private record Owned(long end, long next, boolean ready) {}
}
