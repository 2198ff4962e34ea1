package attune.gateway.problems;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;

/** Tells a caller that a room is away, busy or slow, in a way that lets the client app try again by itself. */
@Component
final class RoomProblems implements WebExceptionHandler, Ordered {

    private static final ProblemKind AWAY = new ProblemKind("room-away", HttpStatus.SERVICE_UNAVAILABLE,
            "This part of Attune is away for a moment");
    private static final ProblemKind BUSY = new ProblemKind("room-busy", HttpStatus.SERVICE_UNAVAILABLE,
            "This part of Attune has its hands full");
    private static final ProblemKind SLOW = new ProblemKind("room-slow", HttpStatus.GATEWAY_TIMEOUT,
            "This part of Attune did not answer in time");
    private static final String AGAIN = " It is safe to send the same again; what has an id of yours is done once.";
    private static final int DEEPEST = 5;

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ProblemException problem = problem(error);
        return Mono.error(problem == null ? error : problem);
    }

    private static @Nullable ProblemException problem(Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            switch (cause) {
                case ResponseStatusException slow when slow.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT -> {
                    return SLOW.problem("Whether it was done is not known." + AGAIN).retryAfter(Duration.ofSeconds(2));
                }
                case PoolAcquirePendingLimitException _,PoolAcquireTimeoutException _ -> {
                    return BUSY.problem("Nothing was done." + AGAIN).retryAfter(Duration.ofSeconds(1));
                }
                case ConnectException _,UnknownHostException _ -> {
                    return AWAY.problem("Nothing was done." + AGAIN).retryAfter(Duration.ofSeconds(2));
                }
                case IOException _ -> { // closed, reset or broken off: each transport has a class of its own for it
                    return AWAY.problem("Whether it was done is not known." + AGAIN)
                            .retryAfter(Duration.ofSeconds(2));
                }
                default -> {
                    // look at its cause
                }
            }
        }
        return null;
    }

    /** Before errors become answers. */
    @Override
    public int getOrder() {
        return -3;
    }
}
