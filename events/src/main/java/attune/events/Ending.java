package attune.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a notification ended on a channel. */
public enum Ending implements WireName {
    SENT("sent"),
    /** It went into a digest, which is delivered by itself. */
    DIGESTED("digested"),
    /** Something made it needless: it was read, acknowledged, or told anew. */
    SUPERSEDED("superseded"),
    /** The person does not want it on this channel. */
    MUTED("muted"),
    /** Muted or superseded, as it was written before these were told apart. */
    SUPPRESSED("suppressed"),
    EXPIRED("expired"),
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
