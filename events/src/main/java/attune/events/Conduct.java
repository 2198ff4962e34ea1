package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What was said or done in a conflict: Gottman's four horsemen as skill vocabulary, not as a verdict. */
public enum Conduct implements WireName {
    CRITICISM("criticism"),
    CONTEMPT("contempt"),
    DEFENSIVENESS("defensiveness"),
    STONEWALLING("stonewalling"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Conduct(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
