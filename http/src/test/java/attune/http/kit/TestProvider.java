package attune.http.kit;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** An OpenID provider reduced to its keys, which signs whatever a test asks for. Real HTTP on a free loopback port. */
public final class TestProvider implements AutoCloseable {

    private final RSAKey key;
    private final DisposableServer server;
    private final AtomicInteger keyFetches = new AtomicInteger();

    private TestProvider(RSAKey key) {
        this.key = key;
        this.server = HttpServer.create()
                .runOn(LoopResources.create("test-provider", 1, true))
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes
                        .get("/.well-known/openid-configuration",
                                (_, response) -> response.sendString(Mono.fromSupplier(() -> "{\"issuer\":\"" + issuer()
                                        + "\",\"jwks_uri\":\"" + issuer() + "/jwks\"}")))
                        .get("/jwks", (_, response) -> {
                            keyFetches.incrementAndGet();
                            return response.sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString()));
                        }))
                .bindNow();
    }

    /** Starts one with a key of its own. */
    public static TestProvider start() {
        try {
            return new TestProvider(new RSAKeyGenerator(2048).keyID("key-1").keyUse(KeyUse.SIGNATURE).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How often the keys were asked for. */
    public int keyFetches() {
        return keyFetches.get();
    }

    public RSAKey key() {
        return key;
    }

    /** A good token for an hour. */
    public String token(String person, String... roles) {
        return token(person, _ -> {}, roles);
    }

    /** A token with other claims than usual. */
    public String token(String person, Consumer<JWTClaimsSet.Builder> change, String... roles) {
        JWTClaimsSet.Builder claims = claims(person, roles);
        change.accept(claims);
        return sign(header().build(), claims.build());
    }

    /** The claims of a good token for an hour. */
    public JWTClaimsSet.Builder claims(String person, String... roles) {
        return new JWTClaimsSet.Builder().issuer(issuer())
                .audience("attune")
                .subject(person)
                .claim("roles", List.of(roles))
                .expirationTime(inSeconds(3600));
    }

    public JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID());
    }

    public String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            return sign(header, claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("TimeZoneUsage") // tokens are about real time
    public static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
