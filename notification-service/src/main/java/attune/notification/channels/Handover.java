package attune.notification.channels;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;

/** What came of a message that was to be handed to a provider. */
public sealed interface Handover {

    /**
     * The provider was asked.
     *
     * @param outcome what it said, or that it said nothing
     * @param retryAfter how long it wants to be left alone, if it said so
     */
    record Answered(AttemptOutcome outcome, @Nullable Duration retryAfter) implements Handover {}

    /**
     * The provider was left alone, because it rests, has had enough for now, or is not ours to ask any more. It counts as
     * no attempt.
     *
     * @param pause how long to wait before coming again, longer than 0
     */
    record NotAsked(Duration pause) implements Handover {}

    /** It said nothing of when to come again. */
    static Answered of(AttemptOutcome outcome) {
        return new Answered(outcome, null);
    }
}
