package attune.notification.leases;

import org.jspecify.annotations.Nullable;

/**
 * What the database held for a partition when this instance looked last.
 *
 * @param stored the lease; null if there was none
 * @param since when it was first seen like that, by this machine's own clock in nanoseconds
 */
record Sighting(@Nullable Stored stored, long since) {

    /**
     * Whether an instance may have the lease. One of its own that it does not go by is left from a write whose answer it
     * never heard. One of another is dead when it did not change for its whole length: its owner, who counts from before
     * each renewal, has then stopped going by it, whatever the clocks on the walls say.
     */
    boolean mayBeTakenBy(String instance, long now) {
        return stored == null || stored.owner().equals(instance) || now - since >= stored.length().toNanos();
    }
}
