package attune.notification.queue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.Category;
import attune.events.Channel;
import attune.events.NotificationId;
import attune.events.PersonId;
import attune.events.Reason;

/**
 * A delivery that has not ended.
 *
 * @param dueAt when it is to be looked at
 * @param steps how many times it was held or attempted
 * @param attempts how many of these were attempts
 * @param firstAttemptAt when a provider was first asked, if one was
 * @param heldFor why it was held, if that was the last step
 */
public record Waiting(PersonId person, NotificationId notification, Channel channel, Category category, Instant dueAt,
        int steps, int attempts, @Nullable Instant firstAttemptAt, @Nullable Reason heldFor) {

    static Waiting planned(PersonId person, NotificationId notification, Channel channel, Category category,
            Instant dueAt) {
        return new Waiting(person, notification, channel, category, dueAt, 0, 0, null, null);
    }

    Waiting held(Instant until, Reason reason) {
        return new Waiting(person, notification, channel, category, until, steps + 1, attempts, firstAttemptAt, reason);
    }

    Waiting attempted(Instant at, Instant again) {
        return new Waiting(person, notification, channel, category, again, steps + 1, attempts + 1,
                firstAttemptAt == null ? at : firstAttemptAt, null);
    }

    Waiting dueFrom(Instant at) {
        return new Waiting(person, notification, channel, category, at.isBefore(dueAt) ? at : dueAt, steps, attempts,
                firstAttemptAt, heldFor);
    }

    /** What it waits as: {@code planned}, {@code held} or {@code retrying}. */
    public String state() {
        if (heldFor != null) {
            return "held";
        }
        return attempts > 0 ? "retrying" : "planned";
    }

    /** What names it. */
    public DeliveryKey key() {
        return new DeliveryKey(notification, channel);
    }
}
