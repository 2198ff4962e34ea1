package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who is asked to look at a case. */
public enum RungKind implements WireName {
    /** The coaches whom the client's consents name. */
    ASSIGNED("assigned"),
    /** Those who stand in for them. */
    BACKUP("backup"),
    /** Those who are there at any hour. */
    ON_CALL("on-call"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    RungKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
