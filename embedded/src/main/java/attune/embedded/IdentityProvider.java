package attune.embedded;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.TokenRequest;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.http.Ssl;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

import attune.embedded.LoopbackHttp.Answer;

/**
 * The provider behind the routes: metadata, keys, codes, user info. It believes whatever it is asked, so nothing but
 * {@link IdentityRoutes} may ask it; whatever a request says about hosts is replaced by the one issuer.
 */
final class IdentityProvider {

    private final Route provider;
    private final HttpUrl base;
    private final String issuer;

    IdentityProvider(RSAKey key, String issuer, Duration lifetime) {
        this.issuer = issuer;
        this.base = HttpUrl.get(issuer);
        OAuth2TokenProvider tokens = new OAuth2TokenProvider(new OneKey(key), (java.time.Instant) null);
        this.provider = new OAuth2HttpRequestHandler(new OAuth2Config(true, null, null, false, tokens,
                Set.of(new AttuneTokens(lifetime)), new NoServer(base))).getAuthorizationServer();
    }

    String issuer() {
        return issuer;
    }

    /**
     * Lets the provider answer.
     *
     * @param target path below the issuer, with query
     * @param headers what of the request's headers matters
     * @param body the form, or null
     */
    Answer ask(String method, URI target, Map<String, String> headers, @Nullable String body) {
        HttpUrl url = base
                .resolve(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
        OAuth2HttpResponse response = provider
                .invoke(new OAuth2HttpRequest(Headers.of(headers), method, url == null ? base : url, body));
        Map<String, String> answered = new HashMap<>();
        response.getHeaders().forEach(header -> answered.put(header.getFirst(), header.getSecond()));
        return new Answer(response.getStatus(), answered, response.getBody() == null ? "" : response.getBody());
    }

    /** Signs with our key; the provider's own would be one that everybody can read in its jar. */
    private static final class OneKey extends KeyProvider {

        private final RSAKey key;

        OneKey(RSAKey key) {
            super(List.of(key), JWSAlgorithm.RS256.getName());
            this.key = key;
        }

        @Override
        public JWK signingKey(String keyId) {
            return key;
        }

        @Override
        public List<JWK> get(@Nullable JWKSelector selector, @Nullable SecurityContext context) {
            JWKSet keys = new JWKSet(key).toPublicJWKSet();
            return selector == null ? keys.getKeys() : selector.select(keys);
        }
    }

    /** What stands in every token; who it is about and what they may do comes from the sign-in. */
    private record AttuneTokens(Duration lifetime) implements OAuth2TokenCallback {

        @Override
        public String issuerId() {
            return "attune";
        }

        @Override
        public @Nullable String subject(TokenRequest request) {
            return null;
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of("attune");
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return Map.of();
        }

        @Override
        public long tokenExpiry() {
            return lifetime.toSeconds();
        }
    }

    /** The provider wants a server to ask for addresses; the listening is done by {@link LoopbackHttp}. */
    private record NoServer(HttpUrl base) implements OAuth2HttpServer {

        @Override
        public OAuth2HttpServer start(InetAddress address, int port,
                Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
            return this;
        }

        @Override
        public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
            return this;
        }

        @Override
        public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
            return this;
        }

        @Override
        public OAuth2HttpServer stop() {
            return this;
        }

        @Override
        public void close() {
            // nothing to close
        }

        @Override
        public int port() {
            return base.port();
        }

        @Override
        public HttpUrl url(String path) {
            HttpUrl url = base.resolve(path);
            return url == null ? base : url;
        }

        @Override
        public @Nullable Ssl sslConfig() {
            return null;
        }
    }
}
