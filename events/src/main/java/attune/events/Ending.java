package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a notification ended on a channel. */
public enum Ending implements WireName {
    SENT("sent"),
    SUPPRESSED("suppressed"),
    EXPIRED("expired"),
    DEAD("dead"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Ending(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
