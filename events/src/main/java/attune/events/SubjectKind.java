package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a suggestion or notification is about. */
public enum SubjectKind implements WireName {
    @JsonProperty("check-in")
    CHECK_IN("check-in"), @JsonProperty("conflict")
    CONFLICT("conflict"), @JsonProperty("suggestion")
    SUGGESTION("suggestion"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    SubjectKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
