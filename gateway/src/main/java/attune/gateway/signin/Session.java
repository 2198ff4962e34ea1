package attune.gateway.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's session, as their browser holds it in sealed cookies.
 *
 * @param id made at the sign-in, the same for as long as the session lasts
 * @param since when it began
 * @param accessToken what the rooms are shown
 * @param until when the access token ends
 * @param refreshToken what gets the next one; null if the provider gave none
 */
record Session(String id, Instant since, String accessToken, Instant until, @Nullable String refreshToken) {

    Session with(Tokens tokens) {
        return new Session(id, since, tokens.accessToken(), tokens.until(),
                tokens.refreshToken() == null ? refreshToken : tokens.refreshToken());
    }

    @Override
    public String toString() {
        return "Session";
    }
}
