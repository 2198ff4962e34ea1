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
    /** There was enough for now; it waits for the digest. */
    CAPPED("capped"),
    /** The person wants this kind in the digest. */
    DIGEST_CHOSEN("digest-chosen"),
    /** It could not be sent when it was due, and now goes with all else that is late. */
    LATE("late"),
    /** The person wants a break. */
    PAUSED("paused"),
    /** The person has not reacted for so long that only the inbox is left. */
    IGNORED("ignored"),
    /** Something was sent only just now. */
    TOO_SOON("too-soon"),
    /** A later one about the same says it better. */
    REPLACED("replaced"),
    /** Somebody has taken it on. */
    ACKNOWLEDGED("acknowledged"),
    /** The person has done by themselves what it was to remind of. */
    DONE("done"),
    /** Somebody has to look after the person first; nothing comes by itself. */
    CARE("care"),
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
