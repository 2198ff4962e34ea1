package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a consent lets a coach see: ratings, words, or conflicts. */
public enum Scope implements WireName {
    @JsonProperty("pulse")
    PULSE("pulse"), @JsonProperty("text")
    TEXT("text"), @JsonProperty("conflicts")
    CONFLICTS("conflicts"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
