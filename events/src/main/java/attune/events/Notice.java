package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A notice of the notification service's own, which it can say in several languages. */
public enum Notice implements WireName {
    /** Somebody needs a coach. */
    CASE("case"),
    /** A time-out that was agreed comes to its end. */
    TIME_OUT("time-out"),
    /** The person wanted to be reminded of checking in. */
    CHECK_IN("check-in"),
    /** The same, for the last time until they check in again. */
    LAST_CHECK_IN("last-check-in"),
    /** How it is some time after a conflict. */
    FOLLOW_UP("follow-up"),
    /** Several that waited. */
    DIGEST("digest"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Notice(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
