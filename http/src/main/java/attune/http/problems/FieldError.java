package attune.http.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One faulty field.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body; empty for the whole body, absent for a fault outside of it
 * @param parameter the name of the faulty path value, query parameter or header; absent for a fault in the body
 * @param code the stable name of the fault, for example {@code required}, {@code range}, {@code wrong-type}
 * @param message what is expected, for the person who meets it; never a piece of the input
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String message) {

    public static FieldError inBody(String pointer, String code, String message) {
        return new FieldError(pointer, null, code, message);
    }

    public static FieldError inParameter(String name, String code, String message) {
        return new FieldError(null, name, code, message);
    }
}
