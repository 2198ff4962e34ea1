package attune.checkin.intake;

import attune.events.PersonId;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;

/** Whom the logs know a caller as. */
public final class Callers {

    private Callers() {}

    /** The caller's id; 403 if the sign-in gives out ids that cannot stand on a log. */
    public static PersonId person(Caller caller) {
        try {
            return PersonId.of(caller.person());
        } catch (IllegalArgumentException _) {
            throw ProblemKind.FORBIDDEN.problem(
                    "Nothing was done. Your sign-in has an id that cannot be used here; ask who runs it.");
        }
    }
}
