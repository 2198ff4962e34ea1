package attune.local.play;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.local.api.Reply;

/**
 * An item that was sent.
 *
 * @param sentAt when it was first sent, by the clock on the wall
 * @param dueNanos when it was to be sent, by {@link System#nanoTime}; times count from here
 * @param reply the last answer; null if there was none
 */
record Told(Item item, Instant sentAt, long dueNanos, @Nullable Reply reply) {

    boolean isAccepted() {
        return reply != null && reply.isGood();
    }

    /** Whether it had been accepted before. */
    boolean isKnown() {
        return reply != null && reply.status() == 200;
    }

    /** How often it was sent after the first time. */
    int repeats() {
        return reply == null ? 0 : reply.attempts() - 1;
    }

    /** Where it stands on the log, or null. */
    @Nullable
    String position() {
        return reply == null ? null : reply.headers().firstValue("Attune-Position").orElse(null);
    }

    /** Why it was not accepted, without what it says. */
    String refusal() {
        return reply == null
                ? "no answer"
                : (reply.status() + " " + reply.body().path("code").asString("")).strip();
    }
}
