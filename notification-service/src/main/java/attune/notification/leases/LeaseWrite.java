package attune.notification.leases;

import org.jspecify.annotations.Nullable;

/** A write that the database carries out only if it holds what is expected. */
sealed interface LeaseWrite {

    /** Renews a lease, unless another has it, or a later renewal was there before. */
    record Renew(Stored to) implements LeaseWrite {}

    /**
     * Takes a lease, unless it has changed.
     *
     * @param from what is expected; null if there is to be nothing
     */
    record Take(@Nullable Stored from, Stored to) implements LeaseWrite {}

    /** Gives a lease back, unless another has it. */
    record GiveBack(int partition, String owner, long term) implements LeaseWrite {}
}
