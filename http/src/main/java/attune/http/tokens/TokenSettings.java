package attune.http.tokens;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are good.
 *
 * @param issuer the provider's issuer, exactly as it stands in the tokens ({@code ATTUNE_ISSUER})
 * @param jwks where the provider's keys are ({@code ATTUNE_JWKS}); left out, the issuer's discovery document says it
 * @param audience what the tokens' {@code aud} must contain ({@code ATTUNE_AUDIENCE})
 * @param skew how far clocks may differ
 * @param longestLife the furthest a token's end may lie ahead; longer-lived ones are refused
 * @param cached how many verdicts are kept
 * @param cachedFor how long a verdict is kept at most; it never outlives the token
 * @param keysEvery the least time between two fetches of the keys because of a key id nobody knows
 * @param timeout how long a fetch of the keys may take
 */
@ConfigurationProperties("attune.tokens")
public record TokenSettings(String issuer, @Nullable URI jwks, @DefaultValue("attune") String audience,
        @DefaultValue("60s") Duration skew, @DefaultValue("24h") Duration longestLife,
        @DefaultValue("20000") int cached, @DefaultValue("60s") Duration cachedFor,
        @DefaultValue("60s") Duration keysEvery, @DefaultValue("2s") Duration timeout) {

    public TokenSettings {
        if (!issuer.startsWith("http://") && !issuer.startsWith("https://")) {
            throw new IllegalArgumentException("attune.tokens.issuer (ATTUNE_ISSUER) must be the http(s) address of the"
                    + " OpenID provider, exactly as it stands in its tokens");
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("attune.tokens.audience (ATTUNE_AUDIENCE) must not be empty");
        }
        jwks = jwks == null || jwks.toString().isEmpty() ? null : jwks;
    }
}
