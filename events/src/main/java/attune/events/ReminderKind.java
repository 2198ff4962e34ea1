package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a person is reminded of. */
public enum ReminderKind implements WireName {
    /** To check in, at the time that they chose. */
    CHECK_IN("check-in"),
    /** To come back to a conflict. */
    FOLLOW_UP("follow-up"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    ReminderKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
