package attune.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When each request of an open loop is due: evenly spaced moments counted from the start. They never move, whatever
 * the server does; that is what keeps a stall of the server visible.
 *
 * @param perSecond requests a second, above 0
 * @param count how many requests in all, above 0
 */
public record Schedule(double perSecond, long count) {

    public Schedule {
        if (!(perSecond > 0) || count <= 0) {
            throw new IllegalArgumentException("A schedule needs a rate and a count above 0, not %s a second, %s times"
                    .formatted(perSecond, count));
        }
    }

    /** As many requests as fit into a length of time at a rate, at least one. */
    public static Schedule of(double perSecond, Duration length) {
        return new Schedule(perSecond, Math.max(1, Math.round(perSecond * length.toNanos() / 1e9)));
    }

    /** The moment a request is due, in nanoseconds after the start. */
    public long dueNanos(long index) {
        return Math.round(index * (1e9 / perSecond));
    }

    /** How long it takes from the first request to the moment after the last, in nanoseconds. */
    public long lengthNanos() {
        return dueNanos(count);
    }

    /**
     * Waits for a moment of {@link System#nanoTime()} and says how late the caller woke up.
     *
     * @return nanoseconds after the moment, 0 or more
     */
    public static long awaitNanos(long moment) {
        long now = System.nanoTime();
        while (now < moment) {
            LockSupport.parkNanos(Math.min(moment - now, TimeUnit.SECONDS.toNanos(1)));
            now = System.nanoTime();
        }
        return now - moment;
    }
}
