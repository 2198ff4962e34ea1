package attune.http.tokens;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token with a good signature must be besides: from our issuer, for us, begun, not over, with an end in sight,
 * about somebody, and an access token, not an id or refresh token of the same provider.
 */
final class AccessTokenRules implements OAuth2TokenValidator<Jwt> {

    private static final int LONGEST_SUBJECT = 200;
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final OAuth2TokenValidatorResult GOOD = OAuth2TokenValidatorResult.success();

    private final TokenSettings settings;
    private final Clock clock;

    AccessTokenRules(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String fault = fault(token);
        return fault == null
                ? GOOD
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", fault, null));
    }

    private @Nullable String fault(Jwt token) {
        if (!settings.issuer().equals(token.getClaimAsString("iss"))) {
            return "another issuer";
        }
        if (token.getAudience() == null || !token.getAudience().contains(settings.audience())) {
            return "another audience";
        }
        if (!isAccessToken(token)) {
            return "not an access token";
        }
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return "no subject";
        }
        return faultInTime(token);
    }

    private @Nullable String faultInTime(Jwt token) {
        Instant now = clock.instant();
        Instant end = token.getExpiresAt();
        Instant begin = token.getNotBefore();
        if (end == null || end.isAfter(now.plus(settings.longestLife()).plus(settings.skew()))) {
            return "no end in sight";
        }
        if (!now.minus(settings.skew()).isBefore(end)) {
            return "expired";
        }
        return begin != null && begin.isAfter(now.plus(settings.skew())) ? "not yet good" : null;
    }

    /** Id tokens carry hashes of what came with them; Keycloak names the kind in the {@code typ} claim. */
    private static boolean isAccessToken(Jwt token) {
        Object type = token.getHeaders().get("typ");
        Object kind = token.getClaims().get("typ");
        return (type == null || TYPES.contains(String.valueOf(type).toLowerCase(Locale.ROOT)))
                && (kind == null || "bearer".equalsIgnoreCase(String.valueOf(kind)))
                && !token.hasClaim("at_hash") && !token.hasClaim("c_hash");
    }
}
