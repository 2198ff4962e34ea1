package attune.local.api;

import java.net.http.HttpHeaders;
import java.time.Duration;

import tools.jackson.databind.JsonNode;

/**
 * What the gateway answered.
 *
 * @param status the HTTP status
 * @param body the JSON, or a missing node if there was none
 * @param attempts how often it was asked, at least once
 */
public record Reply(int status, HttpHeaders headers, JsonNode body, int attempts) {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    /** Whether it was taken or given. */
    public boolean isGood() {
        return status == 200 || status == 201;
    }

    /** Whether the same may be sent again: nothing was decided about it. */
    boolean isForLater() {
        return status == 429 || status >= 500;
    }

    /** How long the gateway wants one to wait. */
    Duration pause() {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_PAUSE);
    }
}
