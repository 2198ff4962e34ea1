package attune.http.tokens;

import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The provider's public keys by key id. Fetched when first needed, again every few minutes, and for an unknown key id
 * at most once a minute, however many such tokens come. Keys named or carried by a token itself ({@code jku},
 * {@code x5u}, {@code jwk}) are never looked at. Keys stay good while the provider is down. Safe for many threads.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int SMALLEST_MODULUS = 2048;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Mono<String> document;
    private final Duration unknownKeyEvery;
    private final Ticker ticker;
    private final AtomicReference<@Nullable Mono<Keys>> fetching = new AtomicReference<>();
    private volatile @Nullable Keys keys;
    private volatile @Nullable Failure failure;

    /**
     * @param document fetches the provider's key set, bounded in time and size
     * @param unknownKeyEvery the least time between two fetches because of an unknown key id
     */
    SigningKeys(Mono<String> document, Duration unknownKeyEvery, Ticker ticker) {
        this.document = document;
        this.unknownKeyEvery = unknownKeyEvery;
        this.ticker = ticker;
    }

    /** The key that the token's header names, or none. */
    Flux<JWK> of(SignedJWT token) {
        String id = token.getHeader().getKeyID();
        if (id == null || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return Flux.empty();
        }
        Keys known = keys;
        if (known == null) {
            return fetch().flatMapMany(fetched -> fetched.named(id));
        }
        boolean unknown = !known.byId().containsKey(id);
        if (unknown && isOlder(known.at(), unknownKeyEvery) && mayTry(unknownKeyEvery)) {
            return fetch().onErrorReturn(known).flatMapMany(fetched -> fetched.named(id));
        }
        if (!unknown && isOlder(known.at(), FRESH) && mayTry(unknownKeyEvery)) {
            fetch().subscribe(_ -> {}, _ -> {});
        }
        return known.named(id);
    }

    /** Whether there are keys; tries to fetch them if there are none. */
    Mono<Boolean> ready() {
        return keys != null ? Mono.just(true) : fetch().map(_ -> true).onErrorReturn(false);
    }

    /** One fetch at a time; who comes meanwhile waits for the same one. */
    private Mono<Keys> fetch() {
        Failure last = failure;
        if (last != null && !mayTry(PAUSE_AFTER_FAILURE)) {
            return Mono.error(new KeysUnavailableException("the last fetch failed", last.cause()));
        }
        Mono<Keys> own = Mono.defer(() -> document).map(this::parse)
                .doOnNext(this::keep)
                .onErrorMap(this::failed)
                .doFinally(_ -> fetching.set(null))
                .cache();
        Mono<Keys> other = fetching.compareAndExchange(null, own);
        return other == null ? own : other;
    }

    private void keep(Keys fetched) {
        keys = fetched;
        failure = null;
    }

    private Throwable failed(Throwable cause) {
        failure = new Failure(ticker.read(), cause);
        log.warn("The provider's signing keys cannot be fetched ({}); {}", cause.getClass().getSimpleName(),
                keys == null ? "tokens cannot be checked until they can" : "going on with the keys known");
        return new KeysUnavailableException("fetch failed", cause);
    }

    private Keys parse(String json) {
        Map<String, JWK> byId = new HashMap<>();
        try {
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (key instanceof RSAKey rsa && key.getKeyID() != null && isForSigning(rsa)) {
                    byId.put(key.getKeyID(), rsa.toPublicJWK());
                }
            }
        } catch (ParseException e) {
            throw new IllegalStateException("the provider's key set cannot be read", e);
        }
        return new Keys(Map.copyOf(byId), ticker.read());
    }

    private static boolean isForSigning(RSAKey key) {
        return (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm()))
                && key.size() >= SMALLEST_MODULUS;
    }

    private boolean mayTry(Duration pause) {
        Failure last = failure;
        return last == null || isOlder(last.at(), pause);
    }

    private boolean isOlder(long at, Duration age) {
        return ticker.read() - at >= age.toNanos();
    }

    private record Keys(Map<String, JWK> byId, long at) {

        Flux<JWK> named(String id) {
            return Mono.justOrEmpty(byId.get(id)).flux();
        }
    }

    private record Failure(long at, Throwable cause) {}
}
