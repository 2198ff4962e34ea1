package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** With whom a person shares one item besides themselves. */
public enum Audience implements WireName {
    @JsonProperty("coach")
    COACH("coach"), @JsonProperty("partner")
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
