package attune.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import attune.notification.delivery.Addressees.Addressed;
import attune.notification.inbox.Notification.Told;
import attune.notification.leases.Lease;

/** Gives deliveries to the courier, and tells the queue what came of them. Safe for use by many threads. */
final class Sender {

    private final Courier courier;
    private final DueQueue queue;
    private final JustSent justSent;
    private final Changes changes;
    private final Clock clock;
    private final Set<Due> inHand = ConcurrentHashMap.newKeySet();

    Sender(Courier courier, DueQueue queue, JustSent justSent, Changes changes, Clock clock) {
        this.courier = courier;
        this.queue = queue;
        this.justSent = justSent;
        this.changes = changes;
        this.clock = clock;
    }

    /** The partitions for which something is in hand. */
    Set<Integer> busy() {
        return inHand.stream().map(Due::partition).collect(Collectors.toSet());
    }

    /** Begins a delivery, if there is room. It is handed over only while the lease holds by which it was decided. */
    void send(Addressed one, Lease lease) {
        Due due = one.due();
        Told told = one.told();
        queue.begin(due);
        justSent.begin(due.waiting(), clock.instant());
        inHand.add(due);
        boolean begun = courier.begin(one, lease::isHeld, result -> {
            done(due, told, result);
            inHand.remove(due);
            changes.nudge();
        });
        if (!begun) {
            inHand.remove(due);
            justSent.undo(due.waiting());
            queue.letGo(due);
        }
    }

    private void done(Due due, Told told, Courier.Result result) {
        switch (result) {
            case Courier.Done.SENT -> queue.ended(due);
            case Courier.Done.REFUSED -> {
                justSent.undo(due.waiting());
                queue.ended(due);
            }
            case Courier.Done.TO_BE_TRIED_AGAIN -> {
                justSent.undo(due.waiting());
                queue.advanced(due);
            }
            case Courier.Done.UNRECORDED -> {
            }
            case Courier.NotAsked(Instant lookAt) -> {
                justSent.undo(due.waiting());
                changes.putOff(due, lookAt.isBefore(told.expiresAt()) ? lookAt : told.expiresAt());
            }
        }
    }

    /** Begins nothing more and waits for what has begun, at most so long. */
    void stop(Duration patience) throws InterruptedException {
        courier.stop(patience);
    }
}
