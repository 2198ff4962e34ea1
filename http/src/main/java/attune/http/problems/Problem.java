package attune.http.problems;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of a problem, RFC 9457 with our members {@code code}, {@code traceId} and {@code errors}, and what
 * {@link ProblemMembers} add.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String code, String traceId,
        List<FieldError> errors, @JsonAnyGetter Map<String, Object> members) {}
