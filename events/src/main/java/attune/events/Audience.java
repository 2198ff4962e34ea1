package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** With whom a person shares one item besides themselves. */
public enum Audience implements WireName {
    COACH("coach"),
    PARTNER("partner"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Audience(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
