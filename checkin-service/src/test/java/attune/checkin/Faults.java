package attune.checkin;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import attune.http.problems.ProblemException;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a body is told is wrong with it. */
public final class Faults {

    private Faults() {}

    /** The JSON Pointers of the faulty fields; none if the body is read. */
    public static List<String> of(ThrowingCallable reading) {
        @Nullable
        ProblemException problem = catchThrowableOfType(ProblemException.class, reading);
        return problem == null
                ? List.of()
                : problem.errors().stream().map(error -> String.valueOf(error.pointer())).toList();
    }
}
