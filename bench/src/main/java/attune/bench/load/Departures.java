package attune.bench.load;

/** Told when each request of an open loop is due, just before it is sent. */
@FunctionalInterface
public interface Departures {

    /** Told to nobody. */
    Departures IGNORED = (_, _) -> {};

    /**
     * A request is about to be sent.
     *
     * @param index counts the requests of the run from 0
     * @param nanos the moment it is due, by {@link System#nanoTime()}
     */
    void due(long index, long nanos);
}
