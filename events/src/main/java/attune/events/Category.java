package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a notification is for; preferences and limits go by it. */
public enum Category implements WireName {
    SUGGESTION("suggestion"),
    /** What the person asked to be reminded of. */
    REMINDER("reminder"),
    /** A coach wrote. */
    COACH_MESSAGE("coach-message"),
    /** Something is agreed for a certain time. */
    APPOINTMENT("appointment"),
    /** About the account itself; cannot be switched off. */
    ACCOUNT("account"),
    /** Somebody may be in danger. */
    SAFETY("safety"),
    /** Several that waited, told of together. */
    DIGEST("digest"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Category(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
