package attune.notification.delivery;

import java.time.Instant;
import java.util.Comparator;

import attune.notification.queue.DeliveryKey;
import attune.notification.queue.Waiting;

/** A delivery that waits, and when to look at it next: when it is due, or before. */
record Due(int partition, Waiting waiting, Instant lookAt) {

    static final Comparator<Due> SOONEST_FIRST = Comparator.comparing(Due::lookAt)
            .thenComparing(due -> due.waiting().notification().value())
            .thenComparing(due -> due.waiting().channel());

    DeliveryKey key() {
        return waiting.key();
    }

    Due lookedAtNext(Instant at) {
        return new Due(partition, waiting, at);
    }
}
