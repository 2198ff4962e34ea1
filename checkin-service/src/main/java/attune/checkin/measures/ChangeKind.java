package attune.checkin.measures;

import attune.events.WireName;

/** What became of a person's score since the beginning. */
enum ChangeKind implements WireName {
    /** Better by more than noise, and from a positive score to one that is not. */
    RECOVERED("recovered"),
    /** Better by more than noise. */
    IMPROVED("improved"),
    /** No more than noise. */
    UNCHANGED("unchanged"),
    /** Worse by more than noise. */
    DETERIORATED("deteriorated"),
    /** Too few scores to say. */
    INSUFFICIENT("insufficient");

    private final String wireName;

    ChangeKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
