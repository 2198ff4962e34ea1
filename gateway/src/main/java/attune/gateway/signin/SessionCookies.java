package attune.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in the cookies of browsers: sealed, out of reach of scripts, not sent along by pages of others. Two of them,
 * because a browser takes 4 KB each. They end with the browser.
 */
final class SessionCookies {

    private static final String ACCESS = "attune-session";
    private static final String REFRESH = "attune-refresh";
    private static final String UNDER_WAY = "attune-sign-in";
    private static final Duration SIGN_IN_TAKES = Duration.ofMinutes(10);

    private final Seal seal;
    private final Origins origins;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration longest;

    SessionCookies(Seal seal, Origins origins, JsonMapper json, Clock clock, Duration longest) {
        this.seal = seal;
        this.origins = origins;
        this.json = json;
        this.clock = clock;
        this.longest = longest;
    }

    /** What the cookie {@code attune-session} holds. */
    private record Access(String id, Instant since, String accessToken, Instant until) {}

    /** What the cookie {@code attune-refresh} holds. */
    private record Refresh(String id, String refreshToken) {}

    /** The session that comes with a request, if it is one of ours and not too old. */
    Optional<Session> session(ServerHttpRequest request) {
        return opened(request, ACCESS, Access.class)
                .filter(access -> clock.instant().isBefore(access.since().plus(longest)))
                .map(access -> new Session(access.id(), access.since(), access.accessToken(), access.until(),
                        opened(request, REFRESH, Refresh.class)
                                .filter(refresh -> refresh.id().equals(access.id()))
                                .map(Refresh::refreshToken)
                                .orElse(null)));
    }

    void put(ServerWebExchange exchange, Session session) {
        put(exchange, ACCESS,
                new Access(session.id(), session.since(), session.accessToken(), session.until()), null);
        if (session.refreshToken() != null) {
            put(exchange, REFRESH, new Refresh(session.id(), session.refreshToken()), null);
        }
    }

    void clear(ServerWebExchange exchange) {
        remove(exchange, ACCESS);
        remove(exchange, REFRESH);
    }

    /** The sign-in that this browser has begun, if it is not too long ago. */
    Optional<SignInUnderWay> underWay(ServerHttpRequest request) {
        return opened(request, UNDER_WAY, SignInUnderWay.class)
                .filter(one -> clock.instant().isBefore(one.since().plus(SIGN_IN_TAKES)));
    }

    void put(ServerWebExchange exchange, SignInUnderWay underWay) {
        put(exchange, UNDER_WAY, underWay, SIGN_IN_TAKES);
    }

    void clearUnderWay(ServerWebExchange exchange) {
        remove(exchange, UNDER_WAY);
    }

    private <T extends Record> Optional<T> opened(ServerHttpRequest request, String name, Class<T> type) {
        HttpCookie cookie = request.getCookies().getFirst(name(request, name));
        return Optional.ofNullable(cookie)
                .flatMap(present -> seal.open(name, present.getValue()))
                .flatMap(text -> {
                    try {
                        return Optional.of(json.readValue(text, type));
                    } catch (JacksonException _) {
                        return Optional.empty();
                    }
                });
    }

    private void put(ServerWebExchange exchange, String name, Record content, @Nullable Duration age) {
        ResponseCookie.ResponseCookieBuilder cookie = cookie(exchange.getRequest(), name,
                seal.close(name, json.writeValueAsString(content)));
        set(exchange.getResponse(), age == null ? cookie.build() : cookie.maxAge(age).build());
    }

    private void remove(ServerWebExchange exchange, String name) {
        set(exchange.getResponse(), cookie(exchange.getRequest(), name, "").maxAge(0).build());
    }

    private static void set(ServerHttpResponse response, ResponseCookie cookie) {
        response.getCookies().set(cookie.getName(), cookie);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(ServerHttpRequest request, String name, String value) {
        return ResponseCookie.from(name(request, name), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(origins.isSecure(request));
    }

    /** With TLS the name itself makes browsers refuse the cookie from anybody but this very host. */
    private String name(ServerHttpRequest request, String name) {
        return origins.isSecure(request) ? "__Host-" + name : name;
    }
}
