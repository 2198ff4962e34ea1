package attune.http.tokens;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemKind;
import attune.http.problems.ProblemWriter;

/** Answers who may not come in, without saying what exactly was wrong with their token. */
final class Refusals
        implements
            ServerAuthenticationEntryPoint,
            ServerAccessDeniedHandler,
            ServerExchangeRejectedHandler {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
        boolean presented = !exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION).isEmpty();
        String challenge = presented ? "Bearer error=\"invalid_token\"" : "Bearer";
        return problems.write(exchange,
                ProblemKind.UNAUTHENTICATED.problem(presented
                        ? "The token you sent is not good or no longer good. Sign in again and send the new one."
                        : "Sign in and send your token in the Authorization header: Bearer, a space, the token.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return problems.write(exchange, ProblemKind.FORBIDDEN.problem("Your role does not include this."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return problems.write(exchange,
                ProblemKind.BAD_REQUEST.problem("The address or a header has a form that is not allowed here."));
    }
}
