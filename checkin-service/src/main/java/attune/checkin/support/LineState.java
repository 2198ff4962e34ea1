package attune.checkin.support;

import attune.events.WireName;

/** How far an entry of the directory can be relied on. */
enum LineState implements WireName {
    /** Somebody has asked the operator, at most {@link HelpLine#GOOD_FOR} ago. */
    VERIFIED("verified"),
    /** Somebody has asked the operator, but longer ago. */
    STALE("stale"),
    /** Nobody has asked the operator yet. */
    UNVERIFIED("unverified");

    private final String wireName;

    LineState(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
