package attune.notification.channels;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import attune.events.AttemptOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class HttpAnswerTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"200,ACCEPTED", "201,ACCEPTED", "204,ACCEPTED", "301,PERMANENT_ERROR", "400,PERMANENT_ERROR",
            "401,PERMANENT_ERROR", "404,INVALID_TARGET", "408,RETRYABLE_ERROR", "410,INVALID_TARGET",
            "413,PERMANENT_ERROR", "425,RETRYABLE_ERROR", "429,RETRYABLE_ERROR", "500,RETRYABLE_ERROR",
            "503,RETRYABLE_ERROR"})
    void tellsWhatIsFinalFromWhatIsNot(int status, AttemptOutcome outcome) {
        assertThat(HttpAnswer.of(status, null, NOW)).isEqualTo(Handover.of(outcome));
    }

    @Test
    void comesAgainWhenItIsTold() {
        assertThat(HttpAnswer.of(429, "17", NOW).retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(HttpAnswer.of(503, "Mon, 23 Nov 2026 12:01:00 GMT", NOW).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void believesNoNonsense() {
        assertThat(HttpAnswer.of(429, "soon", NOW).retryAfter()).isNull();
        assertThat(HttpAnswer.of(429, "-1", NOW).retryAfter()).isNull();
        assertThat(HttpAnswer.of(429, "Mon, 23 Nov 2026 11:59:00 GMT", NOW).retryAfter()).isNull();
        assertThat(HttpAnswer.of(429, "999999999", NOW).retryAfter()).isEqualTo(Duration.ofHours(6));
    }
}
