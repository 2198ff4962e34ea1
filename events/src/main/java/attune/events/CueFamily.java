package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a text shows of how people talk to each other: words to learn from, no verdict on anybody. */
public enum CueFamily implements WireName {
    CRITICISM("criticism"),
    CONTEMPT("contempt"),
    DEFENSIVENESS("defensiveness"),
    STONEWALLING("stonewalling"),
    ABSOLUTE("absolute"),
    REPAIR("repair"),
    APPRECIATION("appreciation"),
    FEELING("feeling"),
    NEED("need"),
    REQUEST("request"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    CueFamily(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
