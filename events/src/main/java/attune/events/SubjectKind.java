package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a suggestion or notification is about. */
public enum SubjectKind implements WireName {
    CHECK_IN("check-in"),
    CONFLICT("conflict"),
    SUGGESTION("suggestion"),
    CASE("case"),
    REMINDER("reminder"),
    DIGEST("digest"),
    /** Answers to a measure. */
    MEASURE("measure"),
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
