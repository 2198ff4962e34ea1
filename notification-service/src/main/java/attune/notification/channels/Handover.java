package attune.notification.channels;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;

/**
 * What a provider said.
 *
 * @param retryAfter how long it wants to be left alone, if it said so
 */
public record Handover(AttemptOutcome outcome, @Nullable Duration retryAfter) {

    /** It said nothing of when to come again. */
    public static Handover of(AttemptOutcome outcome) {
        return new Handover(outcome, null);
    }
}
