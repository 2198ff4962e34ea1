package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened after a conflict was opened. */
public enum EntryKind implements WireName {
    TIME_OUT("time-out"),
    REPAIR_TRIED("repair-tried"),
    REPAIR_RECEIVED("repair-received"),
    UNDERSTOOD("understood"),
    NOTE("note"),
    RESOLVED("resolved"),
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
