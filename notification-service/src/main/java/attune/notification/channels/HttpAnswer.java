package attune.notification.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import attune.events.AttemptOutcome;

/** What the status of an HTTP answer means for a message, where the provider has no finer words. */
public final class HttpAnswer {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private HttpAnswer() {}

    /**
     * 404 and 410 mean that the target is gone; 408, 425, 429 and everything from 500 may go better later; all else that
     * is not a success is final.
     */
    public static Handover.Answered of(int status, @Nullable String retryAfter, Instant now) {
        return switch (status) {
            case 200, 201, 202, 204 -> Handover.of(AttemptOutcome.ACCEPTED);
            case 404, 410 -> Handover.of(AttemptOutcome.INVALID_TARGET);
            case 408, 425, 429 -> later(retryAfter, now);
            default -> status >= 500 ? later(retryAfter, now) : Handover.of(AttemptOutcome.PERMANENT_ERROR);
        };
    }

    /** To be tried again, not before the provider said. */
    public static Handover.Answered later(@Nullable String retryAfter, Instant now) {
        return new Handover.Answered(AttemptOutcome.RETRYABLE_ERROR, wait(retryAfter, now));
    }

    /** Seconds or a date, as RFC 9110 has it; at most six hours. Null if it says nothing that can be understood. */
    static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        Duration wait = retryAfter.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : until(retryAfter, now);
        return wait == null || wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Duration wait = Duration.between(now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() ? null : wait;
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
