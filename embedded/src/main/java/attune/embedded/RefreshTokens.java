package attune.embedded;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Refresh tokens that need no memory: signed like any token, for the provider's own eyes (audience and type), so that no
 * service would take one for access.
 */
final class RefreshTokens {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final String TYPE = "refresh+jwt";
    private static final String AUDIENCE = "attune-sign-in";

    private final TestTokens tokens;

    RefreshTokens(TestTokens tokens) {
        this.tokens = tokens;
    }

    String of(String person) {
        return tokens.about(person).ofType(TYPE).with("aud", List.of(AUDIENCE)).with("roles", null).lasting(LIFETIME)
                .signed();
    }

    /** Whom the token lets in again, or empty if it is not one of ours or is too old. */
    Optional<String> personOf(String token) {
        try {
            return tokens.verified(token, TYPE)
                    .filter(claims -> claims.getAudience().contains(AUDIENCE))
                    .map(JWTClaimsSet::getSubject);
        } catch (ParseException _) {
            return Optional.empty();
        }
    }
}
