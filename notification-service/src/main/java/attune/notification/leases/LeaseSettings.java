package attune.notification.leases;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How leases are kept.
 *
 * @param length how long a lease lasts that is not renewed: so long what an instance left behind without a word waits for
 *        another, and so long a database may be away before sending stops
 */
@ConfigurationProperties("attune.notification.leases")
record LeaseSettings(@DefaultValue("15s") Duration length) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    LeaseSettings {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("attune.notification.leases.length must be from 1s to 1h");
        }
    }

    /**
     * How long an instance goes by a lease, counted from before it asked for it. The rest is the margin: for clocks that
     * do not run alike, and for what was begun at the last moment.
     */
    Duration trusted() {
        return length.multipliedBy(4).dividedBy(5);
    }

    /** How often leases are renewed: often enough that one renewal may fail and the next still comes in time. */
    Duration renewal() {
        return length.dividedBy(3);
    }

    /** How often somebody looks who waits for a lease that another has. */
    Duration look() {
        return length.dividedBy(15);
    }
}
