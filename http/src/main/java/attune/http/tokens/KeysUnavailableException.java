package attune.http.tokens;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** The provider's keys could not be fetched: nobody's fault who asks, so the answer is "later", not "who are you". */
final class KeysUnavailableException extends RuntimeException {

    private static final ProblemKind KIND = new ProblemKind("sign-in-unavailable", HttpStatus.SERVICE_UNAVAILABLE,
            "Sign-in cannot be checked right now");

    KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    ProblemException problem() {
        return KIND.problem("The service that vouches for you does not answer. Nothing was done; try again shortly.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
