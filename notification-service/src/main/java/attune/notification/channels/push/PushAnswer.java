package attune.notification.channels.push;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;
import attune.notification.channels.Handover;

/** What the status of a push service means. */
final class PushAnswer {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private PushAnswer() {}

    static Handover of(int status, @Nullable String retryAfter) {
        return switch (status) {
            case 200, 201, 202, 204 -> Handover.of(AttemptOutcome.ACCEPTED);
            case 404, 410 -> Handover.of(AttemptOutcome.INVALID_TARGET);
            case 408, 425, 429 -> new Handover(AttemptOutcome.RETRYABLE_ERROR, seconds(retryAfter));
            default -> status >= 500
                    ? new Handover(AttemptOutcome.RETRYABLE_ERROR, seconds(retryAfter))
                    : Handover.of(AttemptOutcome.PERMANENT_ERROR);
        };
    }

    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        if (retryAfter == null || !retryAfter.matches("\\d{1,9}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(retryAfter));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
