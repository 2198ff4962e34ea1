package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened after a conflict was opened. */
public enum EntryKind implements WireName {
    @JsonProperty("time-out")
    TIME_OUT("time-out"), @JsonProperty("repair-tried")
    REPAIR_TRIED("repair-tried"), @JsonProperty("repair-received")
    REPAIR_RECEIVED("repair-received"), @JsonProperty("understood")
    UNDERSTOOD("understood"), @JsonProperty("note")
    NOTE("note"), @JsonProperty("resolved")
    RESOLVED("resolved"), @JsonProperty("reopened")
    REOPENED("reopened"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    EntryKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
