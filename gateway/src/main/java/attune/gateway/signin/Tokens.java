package attune.gateway.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the provider gave.
 *
 * @param until when the access token ends
 * @param idToken says who signed in, and to which question; null after a refresh
 */
record Tokens(String accessToken, Instant until, @Nullable String refreshToken, @Nullable String idToken) {

    @Override
    public String toString() {
        return "Tokens";
    }
}
