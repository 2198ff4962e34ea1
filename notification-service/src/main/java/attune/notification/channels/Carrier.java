package attune.notification.channels;

import attune.events.Channel;

/**
 * Carries letters over one channel to its providers. There is at most one for each channel; whoever delivers knows them
 * by this interface alone.
 *
 * <p>
 * A repetition of a letter carries the same key towards the provider or the receiver, one that follows from
 * {@link Letter#notification()} and the target alone: whoever gets it twice can tell. Each request goes through the
 * {@link Gate} of its provider.
 */
public interface Carrier {

    /** What it serves. */
    Channel channel();

    /** Whether this installation has what it takes, such as keys. */
    default boolean isOn() {
        return true;
    }

    /** How many letters it takes at the same time, from 1. */
    int atOnce();

    /**
     * Hands a letter over. Blocks until there is an answer or its time is over; called by many threads at once. What a
     * provider says is never an exception.
     */
    Carried carry(Letter letter);
}
