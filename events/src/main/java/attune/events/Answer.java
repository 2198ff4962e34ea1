package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a client made of a suggestion. */
public enum Answer implements WireName {
    DONE("done"),
    WILL_DO("will-do"),
    NOT_NOW("not-now"),
    NOT_FOR_ME("not-for-me"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Answer(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
