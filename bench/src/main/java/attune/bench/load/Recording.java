package attune.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * What a run leaves behind: how long requests took from the moment they were due, how late the driver itself was, how
 * many failed. Recording is thread-safe; reading makes sense once the run is over.
 */
public final class Recording {

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram latency = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram lateness = new Histogram(SIGNIFICANT_DIGITS);
    private long answered;
    private long failed;
    private long wallNanos;

    /** Notes one good answer that came so long after it was due. */
    public synchronized void answered(long nanos) {
        answered++;
        latency.recordValue(toMicros(nanos));
    }

    /**
     * Notes a request that was refused, cut off or never answered. The wait counts as latency all the same: a failure
     * that nobody sees in the percentiles would make a broken server look quick.
     */
    public synchronized void failed(long nanos) {
        failed++;
        latency.recordValue(toMicros(nanos));
    }

    /** Notes how long after its time the driver itself got round to a request. */
    public void late(long nanos) {
        synchronized (lateness) {
            lateness.recordValue(toMicros(nanos));
        }
    }

    /** Sets how long the run took, from the first moment due to the last answer. */
    public synchronized void took(long nanos) {
        wallNanos = nanos;
    }

    /** Notes that the driver was as late as in another run, whose requests caused what is recorded here. */
    public void lateAs(Recording other) {
        synchronized (lateness) {
            lateness.add(other.lateness);
        }
    }

    /** Adds another run of the same thing, as when rounds are put together. */
    public synchronized void add(Recording other) {
        latency.add(other.latency);
        lateness.add(other.lateness);
        answered += other.answered;
        failed += other.failed;
        wallNanos += other.wallNanos;
    }

    /** Requests with a good answer. */
    public synchronized long answered() {
        return answered;
    }

    /** Requests refused, cut off or never answered. */
    public synchronized long failed() {
        return failed;
    }

    /** Good answers a second. */
    public synchronized double perSecond() {
        return wallNanos == 0 ? 0 : answered * 1e9 / wallNanos;
    }

    /** Length of the run in nanoseconds. */
    public synchronized long wallNanos() {
        return wallNanos;
    }

    /** Latency from the moment a request was due, in microseconds. */
    public synchronized Percentiles latency() {
        return Percentiles.of(latency);
    }

    /** Lateness of the driver itself, in microseconds. */
    public Percentiles lateness() {
        synchronized (lateness) {
            return Percentiles.of(lateness);
        }
    }

    /** The latencies as a compressed HdrHistogram in Base64, so that nothing is lost by the few figures printed. */
    public synchronized String histogram() {
        ByteBuffer buffer = ByteBuffer.allocate(latency.getNeededByteBufferCapacity());
        int length = latency.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static long toMicros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos));
    }
}
