package attune.events;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a notification: derived from what it tells about. */
public record NotificationId(@JsonValue UUID value) {

    public NotificationId {
        Objects.requireNonNull(value, "value");
    }

    /** Reads the canonical form of 36 characters; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static NotificationId of(String text) {
        return new NotificationId(CanonicalUuid.parse(text));
    }

    /** The notification of this category about this event: the same however often it is planned. */
    public static NotificationId derivedFrom(EventId cause, String category) {
        return new NotificationId(DerivedUuid.of("notification", cause.toString(), category));
    }

    /** The digest that takes the place of these on a channel: the same however often it is made. */
    public static NotificationId digestOf(Channel channel, List<NotificationId> notifications) {
        return new NotificationId(DerivedUuid.of(Stream.concat(Stream.of("digest", channel.wireName()),
                notifications.stream().map(NotificationId::toString).sorted()).toArray(String[]::new)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
