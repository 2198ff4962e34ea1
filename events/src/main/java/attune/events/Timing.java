package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** When it is, was or would be, as the passage tells it. */
public enum Timing implements WireName {
    NOW("now"),
    PAST("past"),
    HYPOTHETICAL("hypothetical"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Timing(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
