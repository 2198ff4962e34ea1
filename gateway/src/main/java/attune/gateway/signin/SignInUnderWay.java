package attune.gateway.signin;

import java.time.Instant;

/**
 * A sign-in that a browser has begun; only that browser can end it.
 *
 * @param state must come back with the code
 * @param nonce must stand in the id token
 * @param verifier proves to the provider that it was us who asked (PKCE)
 * @param next where the browser goes afterwards, a path of ours
 */
record SignInUnderWay(String state, String nonce, String verifier, String next, Instant since) {

    @Override
    public String toString() {
        return "SignInUnderWay";
    }
}
