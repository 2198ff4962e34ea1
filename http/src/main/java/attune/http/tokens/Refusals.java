package attune.http.tokens;

import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.http.problems.ProblemWriter;

/** Answers who may not come in, without saying what exactly was wrong with their token. */
final class Refusals
        implements
            ServerAuthenticationEntryPoint,
            ServerAccessDeniedHandler,
            ServerExchangeRejectedHandler {

    private static final ProblemKind METHOD = new ProblemKind("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED,
            "This method is not spoken here");
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT,
            HttpMethod.POST, HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.OPTIONS);

    private final ProblemWriter problems;
    private final RefusalWatch watch;

    Refusals(ProblemWriter problems, RefusalWatch watch) {
        this.problems = problems;
        this.watch = watch;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
        boolean presented = !exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION).isEmpty();
        String challenge = presented ? "Bearer error=\"invalid_token\"" : "Bearer";
        ProblemException refusal = ProblemKind.UNAUTHENTICATED.problem(presented
                ? "The token you sent is not good or no longer good. Sign in again and send the new one."
                : "Sign in and send your token in the Authorization header: Bearer, a space, the token.")
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problems.write(exchange, watch.refused(exchange, refusal));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return problems.write(exchange, ProblemKind.FORBIDDEN.problem("Your role does not include this."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        if (!METHODS.contains(exchange.getRequest().getMethod())) {
            return problems.write(exchange, METHOD.problem("Use the method that the documentation names."));
        }
        return problems.write(exchange,
                ProblemKind.BAD_REQUEST.problem("The address or a header has a form that is not allowed here."));
    }
}
