package attune.coach;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import attune.coach.rules.UnusableRuleBookException;

/** Says in one sentence why the service does not start with a faulty rule book. */
final class RuleBookFailure extends AbstractFailureAnalyzer<UnusableRuleBookException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableRuleBookException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Correct the file in the resources of the coach service and build it again.", cause);
    }
}
