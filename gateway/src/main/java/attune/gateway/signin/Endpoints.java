package attune.gateway.signin;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where the provider does what.
 *
 * @param authorization where browsers are sent to sign in
 * @param token where the gateway gets tokens
 * @param endSession where browsers are sent to sign out; null if the provider has none
 * @param revocation where the gateway takes refresh tokens back; null if the provider has none
 */
record Endpoints(URI authorization, URI token, @Nullable URI endSession, @Nullable URI revocation) {}
