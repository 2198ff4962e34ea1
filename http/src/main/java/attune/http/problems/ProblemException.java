package attune.http.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;

/** An answer that is a problem. It has no stack trace: it is an answer, not a fault of the code. */
public final class ProblemException extends RuntimeException {

    private final ProblemKind kind;
    private final String detail;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private List<FieldError> errors = List.of();

    ProblemException(ProblemKind kind, String detail) {
        super(kind.code(), null, false, false);
        this.kind = kind;
        this.detail = detail;
    }

    /** Adds {@code Retry-After} in whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
    }

    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemException errors(List<FieldError> faulty) {
        this.errors = List.copyOf(faulty);
        return this;
    }

    public ProblemKind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
