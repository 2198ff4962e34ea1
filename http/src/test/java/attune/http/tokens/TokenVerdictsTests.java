package attune.http.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is remembered of a token, and for how long. */
class TokenVerdictsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger checks = new AtomicInteger();
    private final TokenVerdicts verdicts = new TokenVerdicts(this::check,
            new TokenSettings("http://provider.example", null, "attune", Duration.ofSeconds(60), Duration.ofHours(24),
                    100, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(2)),
            Clock.fixed(NOW, ZoneOffset.UTC), nanos::get);

    @Test
    void checksAGoodTokenOnceAMinute() {
        present("600");
        present("600");
        assertThat(checks).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        present("600");
        assertThat(checks).hasValue(2);
    }

    @Test
    void forgetsAVerdictWhenTheTokenEnds() {
        present("10");
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        present("10");
        assertThat(checks).hasValue(2);
    }

    @Test
    void remembersNoFailure() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> present("bad")).isInstanceOf(InvalidBearerTokenException.class);
        }
        assertThat(checks).hasValue(3);
    }

    @Test
    void tellsTokensApartByAllOfTheirText() {
        assertThat(TokenDigest.of("a.b.c")).isEqualTo(TokenDigest.of("a.b.c"))
                .hasSameHashCodeAs(TokenDigest.of("a.b.c"))
                .isNotEqualTo(TokenDigest.of("a.b.d"));
    }

    @Test
    void neverSaysWhoItWas() {
        assertThat(new Caller("client-1", Set.of(Role.CLIENT), NOW).toString()).doesNotContain("client-1");
    }

    private void present(String token) {
        assertThat(verdicts.authenticate(new BearerTokenAuthenticationToken(token)).block(Duration.ofSeconds(5)))
                .isNotNull();
    }

    /** A provider whose tokens are the number of seconds they are good for. */
    private Mono<Jwt> check(String token) {
        checks.incrementAndGet();
        return "bad".equals(token)
                ? Mono.error(new BadJwtException("bad"))
                : Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("client-1")
                        .claim("roles", List.of("client"))
                        .expiresAt(NOW.plusSeconds(Long.parseLong(token)))
                        .build());
    }
}
