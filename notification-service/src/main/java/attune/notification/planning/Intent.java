package attune.notification.planning;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.Reason;

/**
 * Something to be told to a person on a channel outside the inbox, as far as the plan depends on it.
 *
 * @param reach whether the channel leads anywhere
 * @param urgent whether a person is on call for it, so that nothing but its end keeps it back
 * @param read whether they have seen it in the inbox
 * @param withdrawn why it is needless by now, if it is
 * @param heldFor why it waits, if it does
 * @param dueAt when it is, or was, to be looked at
 * @param giveUpAt when failed attempts have gone on for long enough; null if there was none
 */
public record Intent(Category category, Channel channel, Reach reach, boolean urgent, boolean read,
        @Nullable Reason withdrawn, @Nullable Reason heldFor, Instant plannedAt, Instant dueAt, Instant expiresAt,
        @Nullable Instant giveUpAt) {

    /** Whether a channel leads to a person. */
    public enum Reach {
        /** They have not said where. */
        NO_ADDRESS,
        /** They have switched it off as a whole. */
        SWITCHED_OFF,
        OPEN
    }

    /** Whether a delivery that is held for this reason waits for a digest. */
    public static boolean waitsForDigest(@Nullable Reason heldFor) {
        return heldFor == Reason.CAPPED || heldFor == Reason.DIGEST_CHOSEN || heldFor == Reason.LATE;
    }
}
