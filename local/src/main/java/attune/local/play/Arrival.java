package attune.local.play;

/**
 * A notification that came to a client on the live stream.
 *
 * @param about the suggestion that it tells of
 * @param nanos when it came, by {@link System#nanoTime}
 */
record Arrival(String client, String notification, String about, long nanos) {}
