package attune.embedded;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import attune.embedded.LoopbackHttp.Answer;

/**
 * Hands out tokens: for a code from the sign-in page, for a refresh token, or for a demo person's name. The other grants
 * of the provider behind would make tokens for anybody and are not reachable.
 */
final class TokenEndpoint {

    private final IdentityProvider provider;
    private final TestTokens tokens;
    private final RefreshTokens refreshTokens;
    private final Duration lifetime;

    TokenEndpoint(IdentityProvider provider, TestTokens tokens, Duration lifetime) {
        this.provider = provider;
        this.tokens = tokens;
        this.refreshTokens = new RefreshTokens(tokens);
        this.lifetime = lifetime;
    }

    Answer answer(Map<String, List<String>> form, Map<String, String> authorization) {
        String grant = MultivaluedMapUtils.getFirstValue(form, "grant_type");
        return switch (grant == null ? "" : grant) {
            case "authorization_code" -> forCode(form, authorization);
            case "refresh_token" -> forRefreshToken(form);
            case "password" -> forName(form);
            default -> error("unsupported_grant_type",
                    "The grant_type has to be authorization_code, refresh_token or password.");
        };
    }

    private Answer forCode(Map<String, List<String>> form, Map<String, String> authorization) {
        if (MultivaluedMapUtils.getFirstValue(form, "code_verifier") == null) {
            return error("invalid_request", "The code_verifier is missing: PKCE is required.");
        }
        Map<String, String> headers = new HashMap<>(authorization);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        Answer answer = provider.ask("POST", URI.create("/attune/token"), headers, URLUtils.serializeParameters(form));
        return answer.status() == 200 ? withLastingRefreshToken(answer) : answer;
    }

    /** The provider forgets its refresh tokens when it stops; ours are signed and need no memory. */
    private Answer withLastingRefreshToken(Answer answer) {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(answer.body());
            String subject = SignedJWT.parse(JSONObjectUtils.getString(json, "access_token")).getJWTClaimsSet()
                    .getSubject();
            json.put("refresh_token", refreshTokens.of(subject));
            return Answer.json(200, JSONObjectUtils.toJSONString(json));
        } catch (ParseException e) {
            throw new EmbeddedException.Failed("The provider's own token could not be read.", e);
        }
    }

    private Answer forRefreshToken(Map<String, List<String>> form) {
        String token = MultivaluedMapUtils.getFirstValue(form, "refresh_token");
        return refreshTokens.personOf(token == null ? "" : token)
                .map(this::bearer)
                .orElseGet(() -> error("invalid_grant", "The refresh token is not valid; sign in again."));
    }

    private Answer forName(Map<String, List<String>> form) {
        String name = MultivaluedMapUtils.getFirstValue(form, "username");
        return DemoPeople.find(name == null ? "" : name)
                .map(person -> bearer(person.id()))
                .orElseGet(() -> error("invalid_grant",
                        "There is no demo person of that name: they are client-1 to client-50, coach-1, coach-2 and ops-1."));
    }

    private Answer bearer(String person) {
        return Answer.json(200, JSONObjectUtils.toJSONString(Map.of(
                "access_token", tokens.about(person).lasting(lifetime).signed(),
                "token_type", "Bearer",
                "expires_in", lifetime.toSeconds(),
                "refresh_token", refreshTokens.of(person))));
    }

    private static Answer error(String code, String description) {
        return Answer.json(400, JSONObjectUtils.toJSONString(Map.of("error", code, "error_description", description)));
    }
}
