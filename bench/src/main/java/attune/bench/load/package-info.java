/**
 * The load driver: it sends on a timetable that no server can move, takes every latency from the moment a request was
 * <em>due</em>, and says how late it was itself.
 *
 * <p>
 * One thread sends, one receives; both are lean, because on a small machine the driver shares the cores with what it
 * measures. {@link attune.bench.load.HttpLoad} drives HTTP, {@link attune.bench.load.EventStreams} listens to
 * server-sent events; {@link attune.bench.load.Recording} is what either leaves behind.
 */
@NullMarked
package attune.bench.load;

import org.jspecify.annotations.NullMarked;
