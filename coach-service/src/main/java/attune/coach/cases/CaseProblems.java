package attune.coach.cases;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** What can stand against an action of a coach. */
final class CaseProblems {

    private static final ProblemKind CLOSED = new ProblemKind("case-closed", HttpStatus.CONFLICT,
            "The case is closed");
    private static final ProblemKind NOT_ACKNOWLEDGED = new ProblemKind("case-not-acknowledged", HttpStatus.CONFLICT,
            "Nobody has acknowledged the case");
    private static final ProblemKind ID_TAKEN = new ProblemKind("id-taken", HttpStatus.CONFLICT,
            "This id is taken");
    private static final ProblemKind NOT_LOWER = new ProblemKind("tier-not-lower", HttpStatus.CONFLICT,
            "The tier is not higher than that");
    private static final ProblemKind UNREVIEWED = new ProblemKind("findings-unreviewed", HttpStatus.CONFLICT,
            "There are findings that nobody has looked at");
    private static final ProblemKind NOTHING_TO_REVIEW = new ProblemKind("nothing-to-review", HttpStatus.CONFLICT,
            "There is nothing to review");

    private CaseProblems() {}

    /** The same for a case in which the coach has no part as for none at all. */
    static ProblemException unknown() {
        return ProblemKind.NOT_FOUND.problem("You have no case of this id.");
    }

    static ProblemException unknownFinding() {
        return ProblemKind.NOT_FOUND
                .problem("The case has no finding of this id. For something that nobody found, send "
                        + "the verdict missed with its family.");
    }

    static ProblemException unknownClient() {
        return ProblemKind.NOT_FOUND.problem("You have no client of this id.");
    }

    static ProblemException closed() {
        return CLOSED.problem("It was closed before, so nothing was done.");
    }

    static ProblemException notAcknowledged() {
        return NOT_ACKNOWLEDGED.problem("Acknowledge it first, then close it.");
    }

    static ProblemException idTaken() {
        return ID_TAKEN.problem("There is another note of this id. Choose a new id.");
    }

    static ProblemException notLower() {
        return NOT_LOWER.problem("Only a lower tier can be set; a tier rises by itself.");
    }

    static ProblemException unreviewed() {
        return UNREVIEWED
                .problem("Give your verdict on the findings that ask for more than this, then lower the tier.");
    }

    static ProblemException nothingToReview() {
        return NOTHING_TO_REVIEW.problem("This client is at tier s0.");
    }

    static ProblemException logAway() {
        return ProblemKind.LOG_AWAY.problem("Please send it again; it is safe to send it again.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
