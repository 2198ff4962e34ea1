package attune.checkin.support;

import attune.events.WireName;

/** What a line of help is for. */
enum HelpKind implements WireName {
    EMERGENCY("emergency"),
    SUICIDE("suicide"),
    GENERAL("general"),
    DV("dv"),
    CHILD("child");

    private final String wireName;

    HelpKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
