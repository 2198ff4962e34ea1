package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a notification ended on a channel. */
public enum Ending implements WireName {
    @JsonProperty("sent")
    SENT("sent"), @JsonProperty("suppressed")
    SUPPRESSED("suppressed"), @JsonProperty("expired")
    EXPIRED("expired"), @JsonProperty("dead")
    DEAD("dead"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Ending(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
