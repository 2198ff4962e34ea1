package attune.http.problems;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of a problem, RFC 9457 with our members {@code code}, {@code traceId} and {@code errors}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, String traceId,
        List<FieldError> errors) {}
