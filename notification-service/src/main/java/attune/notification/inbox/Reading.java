package attune.notification.inbox;

import com.fasterxml.jackson.annotation.JsonValue;

import attune.events.WireName;

/** What the person has made of a notification. It only goes forward. */
public enum Reading implements WireName {
    UNREAD("unread"),
    OPENED("opened"),
    DISMISSED("dismissed");

    private final String wireName;

    Reading(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    Reading atLeast(Reading other) {
        return compareTo(other) < 0 ? other : this;
    }
}
