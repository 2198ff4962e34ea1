package attune.coach.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.Channel;
import attune.events.DeliveryEvent;
import attune.events.DeliveryEvent.NotificationDismissed;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationHeld;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.Ending;
import attune.events.EventId;
import attune.events.NotificationId;
import attune.events.Reason;
import attune.events.Scope;
import attune.events.SuggestionId;

/**
 * What became of the notification of a suggestion; seen by whoever may see the suggestion.
 *
 * @param state {@code held}, {@code sent}, {@code muted}, {@code superseded}, {@code digested}, {@code suppressed},
 *        {@code expired}, {@code dead}, {@code opened} or {@code dismissed}
 * @param until when a notification that is held is looked at again
 */
record DeliveryItem(EventId id, Instant at, SuggestionId suggestion, NotificationId notification, String state,
        @Nullable Channel channel, @Nullable Reason reason, @Nullable Instant until) implements FeedItem {

    /** Empty for the steps on the way that tell a coach nothing. */
    static Optional<DeliveryItem> of(Recorded<?> recorded, DeliveryEvent event, SuggestionId suggestion) {
        return switch (event) {
            case NotificationHeld held -> Optional.of(new DeliveryItem(recorded.id(), recorded.recordedAt(), suggestion,
                    held.notification(), "held", held.channel(), held.reason(), held.until()));
            case NotificationEnded ended when leadsNowhere(ended) -> Optional.empty();
            case NotificationEnded ended -> Optional.of(new DeliveryItem(recorded.id(), recorded.recordedAt(),
                    suggestion, ended.notification(), ended.ending().wireName(), ended.channel(), ended.reason(),
                    null));
            case NotificationOpened opened -> Optional.of(new DeliveryItem(recorded.id(), recorded.recordedAt(),
                    suggestion, opened.notification(), "opened", null, null, null));
            case NotificationDismissed dismissed -> Optional.of(new DeliveryItem(recorded.id(), recorded.recordedAt(),
                    suggestion, dismissed.notification(), "dismissed", null, null, null));
            case DeliveryEvent.NotificationPlanned _,DeliveryEvent.NotificationAttempted _,DeliveryEvent.NotificationsDigested _,DeliveryEvent.NotificationWithdrawn _,DeliveryEvent.NotificationRedriven _,DeliveryEvent.ReminderSet _,DeliveryEvent.ReminderFired _,DeliveryEvent.ReminderDropped _,DeliveryEvent.PushSubscribed _,DeliveryEvent.PushUnsubscribed _,DeliveryEvent.DeviceRegistered _,DeliveryEvent.MailUnsubscribed _,DeliveryEvent.MailResubscribed _,DeliveryEvent.WebhookRegistered _,DeliveryEvent.WebhookSecretChanged _,DeliveryEvent.WebhookRemoved _ ->
                Optional.empty();
        };
    }

    /** That somebody has no device or no address is nothing that happened to a suggestion. */
    static boolean leadsNowhere(NotificationEnded ended) {
        return ended.ending() == Ending.MUTED && ended.reason() == Reason.NO_ADDRESS;
    }

    @Override
    public String kind() {
        return "delivery";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        return Optional.of(this);
    }
}
