package attune.http.problems;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** The one place where an error becomes an answer, be it ours, WebFlux's or unexpected. */
final class ProblemHandler implements ErrorWebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int FRAMES = 25;
    private static final int CAUSES = 5;

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Mono.error(error);
        }
        ProblemException problem = KnownErrors.problem(error);
        return writer.write(exchange, problem != null ? problem : unexpected(exchange, error));
    }

    /** Messages of unexpected errors may hold what a person wrote, so classes and places are logged and nothing else. */
    private static ProblemException unexpected(ServerWebExchange exchange, Throwable error) {
        log.error("A request failed in an unexpected way, trace {}: {}", ProblemWriter.traceId(exchange),
                places(error));
        return ProblemKind.INTERNAL.problem("It is not your fault. Try again later; if it stays, tell us the traceId.");
    }

    private static String places(Throwable error) {
        StringBuilder places = new StringBuilder();
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < CAUSES; cause = cause.getCause(), depth++) {
            places.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "\n\tat " + frame)
                            .collect(Collectors.joining()));
        }
        return places.toString();
    }

    /** Before Boot's own, which would write its own form. */
    @Override
    public int getOrder() {
        return -2;
    }
}
