package attune.bench.load;

/**
 * One server-sent event as it came off the wire.
 *
 * @param stream which of the streams it came on, counted from 0
 * @param id its id, empty when it had none
 * @param name its kind, empty when it had none
 * @param data its data, lines joined
 * @param atNanos when it was read, by {@link System#nanoTime()}
 */
public record ServerEvent(int stream, String id, String name, String data, long atNanos) {}
