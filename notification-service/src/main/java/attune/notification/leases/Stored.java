package attune.notification.leases;

import java.time.Duration;

/**
 * A lease as the database holds it. There is no time in it that machines would have to agree on.
 *
 * @param owner the instance that has it
 * @param term which of the leases of that instance
 * @param beat greater with each renewal
 * @param length how long it lasts unless it is renewed
 */
record Stored(int partition, String owner, long term, long beat, Duration length) {

    boolean isOf(String instance, long itsTerm) {
        return owner.equals(instance) && term == itsTerm;
    }
}
