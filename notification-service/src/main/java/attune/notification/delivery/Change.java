package attune.notification.delivery;

import java.time.Instant;
import java.util.Set;

import attune.events.PersonId;

/** Why the dispatcher wakes up. */
sealed interface Change {

    /** What waits for these people may be other than before. */
    record Deliveries(int partition, Set<PersonId> people) implements Change {}

    /** These people may have said something about how to reach them. */
    record Wishes(int partition, Set<PersonId> people) implements Change {}

    /** A delivery was begun, but its provider was not to be asked: to be looked at again then. */
    record PutOff(Due due, Instant lookAt) implements Change {}

    /** Something else happened, such as a mail that was handed over. */
    record Nudge() implements Change {}
}
