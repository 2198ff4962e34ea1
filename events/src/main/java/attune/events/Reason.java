package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a notification was held or ended as it did. */
public enum Reason implements WireName {
    DELIVERED("delivered"),
    QUIET_HOURS("quiet-hours"),
    UNKNOWN_ZONE("unknown-zone"),
    NO_ADDRESS("no-address"),
    SWITCHED_OFF("switched-off"),
    TOO_LATE("too-late"),
    ALREADY_READ("already-read"),
    REFUSED_BY_PROVIDER("refused-by-provider"),
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
