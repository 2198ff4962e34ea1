package attune.http.problems;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body: where by JSON Pointer, what is expected, and nothing of what was sent. */
final class JsonFaults {

    /** Names longer or stranger than ours are somebody's text; they are not repeated. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]{0,40}");

    private static final Pattern POINTER = Pattern.compile("(/([A-Za-z_$][A-Za-z0-9_$-]{0,40}|[0-9]{1,6}))*");

    private JsonFaults() {}

    static ProblemException problem(JacksonException error) {
        return FieldErrors.problem(List.of(fault(error)));
    }

    private static FieldError fault(JacksonException error) {
        String pointer = error.getPath().isEmpty() ? reached(error) : pointer(error.getPath());
        return switch (error) {
            case UnrecognizedPropertyException _ -> FieldError.inBody(pointer, "unknown-field",
                    "This field is not known here or not yours to set. Leave it out.");
            case ValueInstantiationException _ -> FieldError.inBody(pointer, "invalid",
                    "This value is not allowed here.");
            case MismatchedInputException mismatch -> FieldError.inBody(pointer, "wrong-type",
                    "Send " + expected(mismatch.getTargetType()) + ".");
            case InputCoercionException tooLarge -> FieldError.inBody(pointer, "wrong-type",
                    "Send " + expected(tooLarge.getTargetType()) + ".");
            case StreamReadException _ -> FieldError.inBody(pointer, "not-json",
                    "Send one JSON object in UTF-8, each name once, nothing after it.");
            default -> FieldError.inBody(pointer, "invalid", "This value is not allowed here.");
        };
    }

    /** Where the reading stopped, as far as that is made of names of ours. */
    private static String reached(JacksonException error) {
        if (!(error.processor() instanceof JsonParser parser)) {
            return "";
        }
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return POINTER.matcher(pointer).matches() ? pointer : "";
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            if (name == null) {
                pointer.append('/').append(step.getIndex());
            } else if (NAME.matcher(name).matches()) {
                pointer.append('/').append(name);
            } else {
                break;
            }
        }
        return pointer.toString();
    }

    /** What a field of this type takes, in the words of JSON. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of: " + Arrays.stream(type.getFields())
                    .filter(Field::isEnumConstant)
                    .map(JsonFaults::nameInJson)
                    .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == float.class || type == Double.class || type == BigDecimal.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number that fits";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date and time as in 2026-11-23T21:04:00+01:00, in the form the documentation names";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord()
                ? "what the documentation names"
                : "a value of the form the documentation names";
    }

    private static String nameInJson(Field constant) {
        JsonProperty property = constant.getAnnotation(JsonProperty.class);
        return property == null ? constant.getName() : property.value();
    }
}
