package attune.notification.leases;

import java.util.function.LongSupplier;

/**
 * The right of this instance to deliver for one partition, for as long as nobody else had it in between: once it was
 * given up or lost it never holds again, and a new one takes its place. Safe for use by many threads.
 */
public final class Lease {

    private final int partition;
    private final long term;
    private final LongSupplier nanoTime;
    private volatile long until;
    private volatile boolean over;

    /**
     * A lease that does not hold yet.
     *
     * @param term tells it from all other leases that this instance ever wanted
     * @param nanoTime a clock that never steps, in nanoseconds
     */
    Lease(int partition, long term, LongSupplier nanoTime) {
        this.partition = partition;
        this.term = term;
        this.nanoTime = nanoTime;
        this.until = nanoTime.getAsLong();
    }

    int partition() {
        return partition;
    }

    long term() {
        return term;
    }

    /**
     * Whether nobody else can hold it now. Looks at this machine's own clock and asks nobody, so that a process that was
     * frozen knows it at once when it wakes up.
     */
    public boolean isHeld() {
        return !over && nanoTime.getAsLong() - until < 0;
    }

    void lastsUntil(long newUntil) {
        until = newUntil;
    }

    void isOver() {
        over = true;
    }
}
