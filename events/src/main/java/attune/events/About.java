package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whom a check-in or conflict is about. */
public enum About implements WireName {
    PARTNER("partner"),
    FAMILY("family"),
    FRIEND("friend"),
    WORK("work"),
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
