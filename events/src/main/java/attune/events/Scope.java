package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a consent lets a coach see: ratings, words, or conflicts. */
public enum Scope implements WireName {
    PULSE("pulse"),
    TEXT("text"),
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
