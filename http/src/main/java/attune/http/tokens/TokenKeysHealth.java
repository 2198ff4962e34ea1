package attune.http.tokens;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Readiness: without the provider's keys nobody can be let in. */
final class TokenKeysHealth implements ReactiveHealthIndicator {

    private final SigningKeys keys;

    TokenKeysHealth(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Health> health() {
        return keys.ready().map(ready -> (ready ? Health.up() : Health.outOfService()).build());
    }
}
