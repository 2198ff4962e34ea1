package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A way to reach a person. */
public enum Channel implements WireName {
    INBOX("inbox"),
    EMAIL("email"),
    PUSH("push"),
    /** Another system that the person or their practice uses. */
    WEBHOOK("webhook"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
