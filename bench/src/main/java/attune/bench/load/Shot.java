package attune.bench.load;

import java.nio.ByteBuffer;

/**
 * One request on its way.
 *
 * @param dueNanos the moment it was to be sent, by {@link System#nanoTime()}; latency counts from here
 * @param bytes the request
 */
record Shot(long dueNanos, ByteBuffer bytes) {}
