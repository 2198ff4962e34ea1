package attune.events;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was to be delivered and what became of it: the log {@link Log#DELIVERIES}.
 *
 * <pre>
 *   planned ──> held* ──> attempted* ──> ended      once for each channel
 *      └──> opened, dismissed                       by the person, in the inbox
 * </pre>
 */
public sealed interface DeliveryEvent extends Event {

    /**
     * Something is to be told to a person. From here on it stands in their inbox.
     *
     * @param about what it tells of
     * @param title for the inbox only; never for a mail or a lock screen
     * @param body for the inbox only
     * @param expiresAt when it is no longer of use
     */
    record NotificationPlanned(NotificationId notification, Category category, Subject about, PrivateText title,
            PrivateText body, Instant plannedAt, Instant expiresAt) implements DeliveryEvent {

        public NotificationPlanned {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(plannedAt, "plannedAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /**
     * It waits.
     *
     * @param until when it is looked at again
     */
    record NotificationHeld(NotificationId notification, Channel channel, Instant until, Reason reason)
            implements
                DeliveryEvent {

        public NotificationHeld {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A provider was asked to take it.
     *
     * @param attempt counted from 1
     * @param retryAt when it is tried again, if it is
     */
    record NotificationAttempted(NotificationId notification, Channel channel, String provider, Integer attempt,
            AttemptOutcome outcome, @Nullable Instant retryAt) implements DeliveryEvent {

        public NotificationAttempted {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** What became of it on a channel in the end. */
    record NotificationEnded(NotificationId notification, Channel channel, Ending ending, Reason reason)
            implements
                DeliveryEvent {

        public NotificationEnded {
            Objects.requireNonNull(notification, "notification");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(ending, "ending");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The person opened it in the inbox. */
    record NotificationOpened(NotificationId notification) implements DeliveryEvent {

        public NotificationOpened {
            Objects.requireNonNull(notification, "notification");
        }
    }

    /** The person put it away. */
    record NotificationDismissed(NotificationId notification) implements DeliveryEvent {

        public NotificationDismissed {
            Objects.requireNonNull(notification, "notification");
        }
    }
}
