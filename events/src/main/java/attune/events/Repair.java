package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Six kinds of repair attempt: naming a feeling, saying sorry, asking to stop, asking to calm down, saying yes to a part, appreciating. */
public enum Repair implements WireName {
    FEEL("feel"),
    SORRY("sorry"),
    STOP("stop"),
    CALM("calm"),
    YES("yes"),
    APPRECIATE("appreciate"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Repair(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
