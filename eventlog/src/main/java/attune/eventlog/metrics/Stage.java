package attune.eventlog.metrics;

import java.util.Locale;

/** The stages of the main job, from the client's request to the coach's feed. */
public enum Stage {
    /** The log has acknowledged what a client said. */
    ACCEPTED,
    /** The coach service has folded it. */
    CONSUMED,
    /** A suggestion stands on the log. */
    SUGGESTED,
    /** A notification stands on the log. */
    PLANNED,
    /** A provider was asked to deliver it. */
    ATTEMPTED,
    /** The coach's feed shows it. */
    FEED;

    /** The value of the label {@code stage}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
