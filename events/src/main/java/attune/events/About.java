package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a check-in or conflict is about. */
public enum About implements WireName {
    @JsonProperty("partner")
    PARTNER("partner"), @JsonProperty("family")
    FAMILY("family"), @JsonProperty("friend")
    FRIEND("friend"), @JsonProperty("work")
    WORK("work"), @JsonProperty("self")
    SELF("self"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    About(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
