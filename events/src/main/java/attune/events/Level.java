package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a person wants to hear of a category on a channel. */
public enum Level implements WireName {
    /** At once. */
    ON("on"),
    /** Together with others, at a time of their choice. */
    DIGEST("digest"),
    /** Not at all. */
    OFF("off"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Level(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
