package attune.http.problems;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem: what stays the same each time it happens. A service declares its own as constants beside the
 * feature they belong to and throws them: {@code throw ID_TAKEN.problem("...")}.
 *
 * @param code the stable name that programs look at, for example {@code id-taken}; also the end of {@code type}
 * @param status the HTTP status
 * @param title one sentence, the same for all problems of the kind
 */
public record ProblemKind(String code, HttpStatus status, String title) {

    public static final ProblemKind BAD_REQUEST = new ProblemKind("bad-request", HttpStatus.BAD_REQUEST,
            "The request cannot be understood");
    public static final ProblemKind INVALID = new ProblemKind("invalid", HttpStatus.BAD_REQUEST,
            "What you sent has faults");
    public static final ProblemKind UNAUTHENTICATED = new ProblemKind("unauthenticated", HttpStatus.UNAUTHORIZED,
            "Sign-in needed");
    public static final ProblemKind FORBIDDEN = new ProblemKind("forbidden", HttpStatus.FORBIDDEN, "Not allowed");
    public static final ProblemKind NOT_FOUND = new ProblemKind("not-found", HttpStatus.NOT_FOUND, "Not found");
    public static final ProblemKind TOO_LARGE = new ProblemKind("too-large", HttpStatus.CONTENT_TOO_LARGE,
            "The body is too large");
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE = new ProblemKind("unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's form is not known here");
    public static final ProblemKind LOG_AWAY = new ProblemKind("log-away", HttpStatus.SERVICE_UNAVAILABLE,
            "This cannot be kept right now");
    public static final ProblemKind INTERNAL = new ProblemKind("internal", HttpStatus.INTERNAL_SERVER_ERROR,
            "Something broke on our side");

    private static final String TYPES = "https://attune.example/problems/";

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if the code is not lower case letters, digits and dashes
     */
    public ProblemKind {
        if (!code.matches("[a-z][a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("a code is lower case letters, digits and dashes: " + code);
        }
    }

    /** The kind as a URI: {@code https://attune.example/problems/} and the code. */
    public String type() {
        return TYPES + code;
    }

    /**
     * One such problem, to be thrown or given to a {@code Mono.error}.
     *
     * @param detail what happened and what to do, for the person who meets it; never a piece of the input
     */
    public ProblemException problem(String detail) {
        return new ProblemException(this, detail);
    }
}
