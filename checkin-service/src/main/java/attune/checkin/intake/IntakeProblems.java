package attune.checkin.intake;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** What a client hears when something could not be taken in. */
public final class IntakeProblems {

    private static final ProblemKind ID_TAKEN = new ProblemKind("id-taken", HttpStatus.CONFLICT, "This id is taken");
    private static final ProblemKind NOT_NOW = new ProblemKind("not-now", HttpStatus.SERVICE_UNAVAILABLE,
            "This cannot be taken in right now");
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private IntakeProblems() {}

    /** 409: another content under the same id. */
    static ProblemException idTaken() {
        return ID_TAKEN.problem(
                "Nothing was changed. You have sent something else under this id before; use a new id.");
    }

    /** 503: the log is away, or it cannot be told right now what it holds. */
    public static ProblemException notNow() {
        return NOT_NOW.problem("Keep it and send it again as it is. That is safe, even if it did arrive.")
                .retryAfter(SHORTLY);
    }
}
