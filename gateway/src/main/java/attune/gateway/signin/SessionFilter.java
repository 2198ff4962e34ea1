package attune.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import attune.http.problems.ProblemKind;

/**
 * Turns the session of a browser into the bearer token that everything behind it knows. Who sends a bearer token of
 * their own is not looked at: native apps have no cookies.
 */
final class SessionFilter implements WebFilter, Ordered {

    private static final ProblemKind NOT_OUR_PAGE = new ProblemKind("not-our-page", HttpStatus.FORBIDDEN,
            "This did not come from a page of Attune");
    private static final ProblemKind PROVIDER_AWAY = new ProblemKind("sign-in-away", HttpStatus.SERVICE_UNAVAILABLE,
            "The sign-in cannot be asked right now");
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final SessionCookies cookies;
    private final EndedSessions ended;
    private final Provider provider;
    private final Origins origins;
    private final Clock clock;

    SessionFilter(SessionCookies cookies, EndedSessions ended, Provider provider, Origins origins, Clock clock) {
        this.cookies = cookies;
        this.ended = ended;
        this.provider = provider;
        this.origins = origins;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                || !request.getPath().pathWithinApplication().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        Session session = cookies.session(request).filter(one -> !ended.contains(one)).orElse(null);
        if (session == null) {
            return chain.filter(exchange);
        }
        if (!Origins.isReading(request) && !origins.isOurPage(request)) {
            return Mono.error(NOT_OUR_PAGE.problem("Nothing was done. Open Attune itself and do it there."));
        }
        return current(exchange, session).flatMap(known -> chain.filter(exchange.mutate()
                .request(changed -> changed.headers(headers -> headers.setBearerAuth(known.accessToken())))
                .build()))
                .onErrorResume(Provider.EndedException.class, _ -> {
                    cookies.clear(exchange);
                    return chain.filter(exchange);
                });
    }

    /** The session with a token that is still good, or an error. */
    private Mono<Session> current(ServerWebExchange exchange, Session session) {
        if (clock.instant().isBefore(session.until().minus(EARLY))) {
            return Mono.just(session);
        }
        if (session.refreshToken() == null) {
            return clock.instant().isBefore(session.until())
                    ? Mono.just(session)
                    : Mono.error(Provider.EndedException::new);
        }
        return provider.forRefreshToken(Objects.requireNonNull(session.refreshToken()))
                .map(session::with)
                .doOnNext(renewed -> cookies.put(exchange, renewed))
                .onErrorResume(e -> !(e instanceof Provider.EndedException),
                        _ -> clock.instant().isBefore(session.until())
                                ? Mono.just(session)
                                : Mono.error(PROVIDER_AWAY.problem("Nothing was done. Try again shortly.")
                                        .retryAfter(Duration.ofSeconds(2))));
    }

    /** Before the token check. */
    @Override
    public int getOrder() {
        return -150;
    }
}
