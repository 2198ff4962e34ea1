package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whom a passage is about. */
public enum Experiencer implements WireName {
    SELF("self"),
    PARTNER("partner"),
    OTHER("other"),
    /** Nobody in particular: a film, a song, a way of speaking. */
    NOBODY("nobody"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Experiencer(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
