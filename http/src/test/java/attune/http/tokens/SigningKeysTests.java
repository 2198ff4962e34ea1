package attune.http.tokens;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import attune.http.kit.TestProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When keys are fetched and when not. */
class SigningKeysTests {

    private static final TestProvider PROVIDER = TestProvider.start();
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicReference<@Nullable String> document = new AtomicReference<>(
            new JWKSet(PROVIDER.key().toPublicJWK()).toString());
    private final SigningKeys keys = new SigningKeys(Mono.fromSupplier(() -> {
        fetches.incrementAndGet();
        String text = document.get();
        if (text == null) {
            throw new IllegalStateException("provider down");
        }
        return text;
    }), Duration.ofSeconds(60), nanos::get);

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void fetchesOnceForKnownKeys() {
        assertThat(find("key-1")).hasSize(1);
        pass(Duration.ofMinutes(4));
        assertThat(find("key-1")).hasSize(1);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void fetchesAgainForAnUnknownKeyAtMostOnceAMinute() {
        find("key-1");
        for (int i = 0; i < 10_000; i++) {
            assertThat(find("unknown-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(1);
        pass(Duration.ofSeconds(61));
        for (int i = 0; i < 100; i++) {
            assertThat(find("unknown-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheProviderIsDown() {
        find("key-1");
        document.set(null);
        for (int minute = 0; minute < 30; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(find("key-1")).hasSize(1);
            assertThat(find("unknown")).isEmpty();
        }
        assertThat(fetches.get()).isBetween(5, 31);
    }

    @Test
    void saysThatItHasNoKeysAndTriesAgainAfterASecond() {
        document.set(null);
        assertThatThrownBy(() -> find("key-1")).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> find("key-1")).isInstanceOf(KeysUnavailableException.class);
        assertThat(keys.ready().block(WAIT)).isFalse();
        assertThat(fetches).hasValue(1);
        document.set(new JWKSet(PROVIDER.key().toPublicJWK()).toString());
        pass(Duration.ofSeconds(2));
        assertThat(find("key-1")).hasSize(1);
        assertThat(keys.ready().block(WAIT)).isTrue();
    }

    @Test
    void takesNoPrivatePartAndNoKeyForOtherUses() {
        document.set(new JWKSet(PROVIDER.key()).toString(false));
        assertThat(find("key-1").getFirst().isPrivate()).isFalse();
    }

    private List<JWK> find(String keyId) {
        JWSHeader header = PROVIDER.header().keyID(keyId).build();
        List<JWK> found = keys.of(new SignedJWT(header, PROVIDER.claims("client-1").build())).collectList().block(WAIT);
        return found == null ? List.of() : found;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
