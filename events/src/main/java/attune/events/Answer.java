package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client made of a suggestion. */
public enum Answer implements WireName {
    @JsonProperty("done")
    DONE("done"), @JsonProperty("will-do")
    WILL_DO("will-do"), @JsonProperty("not-now")
    NOT_NOW("not-now"), @JsonProperty("not-for-me")
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
