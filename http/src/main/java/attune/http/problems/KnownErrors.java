package attune.http.problems;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** What the errors of the framework mean to a caller. */
final class KnownErrors {

    private static final int DEEPEST = 10;

    private KnownErrors() {}

    /** The answer to an error that is to be expected, or null if it is not. */
    static @Nullable ProblemException problem(Throwable error) {
        ProblemException ours = find(error, ProblemException.class);
        if (ours != null) {
            return ours;
        }
        if (find(error, DataBufferLimitException.class) != null) {
            return ProblemKind.TOO_LARGE.problem("Nothing was done. Send a smaller body.");
        }
        if (error instanceof ServerWebInputException input) {
            return input(input);
        }
        return error instanceof ErrorResponse response ? answer(response) : null;
    }

    private static ProblemException input(ServerWebInputException error) {
        JacksonException json = find(error, JacksonException.class);
        if (json != null) {
            return JsonFaults.problem(json);
        }
        if (error instanceof MissingRequestValueException missing) {
            return parameter(missing.getName(), "required", "This is needed.");
        }
        TypeMismatchException mismatch = find(error, TypeMismatchException.class);
        if (mismatch != null && error.getMethodParameter() != null
                && error.getMethodParameter().getParameterName() != null) {
            Class<?> type = mismatch.getRequiredType();
            return parameter(error.getMethodParameter().getParameterName(), "wrong-type",
                    "Send " + JsonFaults.expected(type == null ? Object.class : type) + ".");
        }
        return error instanceof WebExchangeBindException || error.getMethodParameter() == null
                ? ProblemKind.BAD_REQUEST.problem("Nothing was done. Check the address, the headers and the body.")
                : FieldErrors.problem(List.of(FieldError.inBody("", "unreadable", "Send a JSON object.")));
    }

    private static ProblemException parameter(String name, String code, String message) {
        return FieldErrors.problem(List.of(FieldError.inParameter(name, code, message)));
    }

    private static ProblemException answer(ErrorResponse response) {
        ProblemException problem = kind(response.getStatusCode()).problem(advice(response.getStatusCode()));
        response.getHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
        return problem;
    }

    private static ProblemKind kind(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return switch (status) {
            case null -> ProblemKind.INTERNAL;
            case BAD_REQUEST -> ProblemKind.BAD_REQUEST;
            case NOT_FOUND -> ProblemKind.NOT_FOUND;
            case CONTENT_TOO_LARGE -> ProblemKind.TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            case INTERNAL_SERVER_ERROR -> ProblemKind.INTERNAL;
            default -> new ProblemKind(status.name().toLowerCase(Locale.ROOT).replace('_', '-'), status,
                    status.getReasonPhrase());
        };
    }

    private static String advice(HttpStatusCode code) {
        return switch (code.value()) {
            case 404 -> "There is nothing here, or nothing that is yours. Check the address.";
            case 405 -> "This address does not know the method. The Allow header names those it knows.";
            case 406 -> "Accept application/json; other forms are not spoken here.";
            case 413 -> "Nothing was done. Send a smaller body.";
            case 415 -> "Send the body as application/json in UTF-8.";
            case 503, 504 -> "Nothing is lost. Try again shortly.";
            default -> code.is5xxServerError()
                    ? "It is not your fault. Try again later."
                    : "Nothing was done. Check the address, the headers and the body.";
        };
    }

    private static <T extends Throwable> @Nullable T find(Throwable error, Class<T> type) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
