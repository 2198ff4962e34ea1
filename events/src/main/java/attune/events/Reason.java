package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a notification was held or ended as it did. */
public enum Reason implements WireName {
    @JsonProperty("delivered")
    DELIVERED("delivered"), @JsonProperty("quiet-hours")
    QUIET_HOURS("quiet-hours"), @JsonProperty("unknown-zone")
    UNKNOWN_ZONE("unknown-zone"), @JsonProperty("no-address")
    NO_ADDRESS("no-address"), @JsonProperty("switched-off")
    SWITCHED_OFF("switched-off"), @JsonProperty("too-late")
    TOO_LATE("too-late"), @JsonProperty("already-read")
    ALREADY_READ("already-read"), @JsonProperty("refused-by-provider")
    REFUSED_BY_PROVIDER("refused-by-provider"), @JsonProperty("given-up")
    GIVEN_UP("given-up"),
    /** Written by a newer service; readers must bear it. */
    @JsonEnumDefaultValue
    UNKNOWN("unknown");

    private final String wireName;

    Reason(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
