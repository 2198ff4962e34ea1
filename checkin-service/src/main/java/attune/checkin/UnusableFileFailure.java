package attune.checkin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import attune.checkin.files.UnusableFileException;

/** Says in one sentence why the service does not start with a faulty data file. */
final class UnusableFileFailure extends AbstractFailureAnalyzer<UnusableFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableFileException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Correct the file in the resources of the check-in service and build it again.", cause);
    }
}
