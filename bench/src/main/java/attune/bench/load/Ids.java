package attune.bench.load;

import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes ids that nobody has used before: UUIDv7, as clients of Attune make them. Cheap rather than unguessable.
 * Thread-safe.
 */
public final class Ids {

    private final InstantSource clock;
    private final SplittableRandom random;

    /**
     * @param clock gives the time part
     * @param seed gives the rest; two runs must not share it
     */
    public Ids(InstantSource clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    /** A new id. */
    public synchronized UUID next() {
        long high = (clock.millis() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
