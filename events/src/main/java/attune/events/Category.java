package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a notification is for; preferences and limits go by it. */
public enum Category implements WireName {
    SUGGESTION("suggestion"),
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
