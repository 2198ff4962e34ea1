package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether the texts of an event were understood. */
public enum Analysis implements WireName {
    /** They were read by the rules. */
    ANALYSED("analysed"),
    /** They are in a language that the rules do not know; nothing is known about them. */
    NOT_ANALYSED("not-analysed"),
    /** Reading them failed or took too long; nothing is known about them. */
    FAILED("failed"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Analysis(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
