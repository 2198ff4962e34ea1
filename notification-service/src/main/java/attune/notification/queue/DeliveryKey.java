package attune.notification.queue;

import java.util.Objects;

import attune.events.Channel;
import attune.events.NotificationId;

/** Names a delivery: a notification on one of its channels. */
public record DeliveryKey(NotificationId notification, Channel channel) {

    public DeliveryKey {
        Objects.requireNonNull(notification, "notification");
        Objects.requireNonNull(channel, "channel");
    }
}
