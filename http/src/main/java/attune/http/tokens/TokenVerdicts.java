package attune.http.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Checks tokens and remembers the good ones for a minute: a signature costs a hundred times more than a digest. Bad
 * ones are never remembered. Safe for use by many threads.
 */
final class TokenVerdicts implements ReactiveAuthenticationManager {

    private final ReactiveJwtDecoder decoder;
    private final Cache<TokenDigest, CallerAuthentication> good;

    TokenVerdicts(ReactiveJwtDecoder decoder, TokenSettings settings, Clock clock, Ticker ticker) {
        this.decoder = decoder;
        this.good = Caffeine.newBuilder()
                .maximumSize(settings.cached())
                .ticker(ticker)
                .expireAfter(Expiry.<TokenDigest, CallerAuthentication>creating(
                        (_, verdict) -> remaining(verdict.getPrincipal().until(), settings.cachedFor(), clock)))
                .build();
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        if (!(presented instanceof BearerTokenAuthenticationToken bearer)) {
            return Mono.empty();
        }
        TokenDigest digest = TokenDigest.of(bearer.getToken());
        CallerAuthentication known = good.getIfPresent(digest);
        return known != null ? Mono.just(known) : check(bearer.getToken(), digest);
    }

    private Mono<Authentication> check(String token, TokenDigest digest) {
        return decoder.decode(token)
                .map(jwt -> {
                    CallerAuthentication verdict = new CallerAuthentication(caller(jwt));
                    good.put(digest, verdict);
                    return (Authentication) verdict;
                })
                .onErrorMap(TokenVerdicts::refusal);
    }

    private static Throwable refusal(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeysUnavailableException unavailable) {
                return unavailable.problem();
            }
        }
        return error instanceof JwtException ? new InvalidBearerTokenException("not a good token", error) : error;
    }

    private static Caller caller(Jwt jwt) {
        Object claim = jwt.getClaim("roles");
        Collection<?> names = claim instanceof Collection<?> list ? list : List.of();
        Set<Role> roles = names.stream()
                .filter(String.class::isInstance)
                .flatMap(name -> Role.ofClaim((String) name).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(Objects.requireNonNull(jwt.getSubject()), roles, Objects.requireNonNull(jwt.getExpiresAt()));
    }

    private static Duration remaining(Instant until, Duration longest, Clock clock) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(longest) < 0 ? left : longest;
    }
}
