package attune.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import attune.http.kit.TestProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Everything that is almost a good token. */
class TokenAttackTests extends RoomTests {

    private static final long YEAR_9999 = 253_370_764_800L;

    @TestFactory
    Stream<DynamicTest> refusesForeignSignatures() throws JOSEException {
        JWTClaimsSet claims = PROVIDER.claims("client-1", "client").build();
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("key-1").generate();
        String good = PROVIDER.token("client-1", "client");
        List<String> parts = List.of(good.split("\\.", -1));
        byte[] publicKey = PROVIDER.key().toRSAPublicKey().getEncoded();
        return refused(Map.ofEntries(
                Map.entry("signature stripped", parts.get(0) + "." + parts.get(1) + "."),
                Map.entry("signature left out", parts.get(0) + "." + parts.get(1)),
                Map.entry("signature of another token",
                        parts.get(0) + "." + parts.get(1) + "."
                                + PROVIDER.token("client-2", "client").split("\\.", -1)[2]),
                Map.entry("a signature of zeros",
                        parts.get(0) + "." + parts.get(1) + "." + base64(new byte[256])),
                Map.entry("alg none", base64("{\"alg\":\"none\"}") + "." + parts.get(1) + "."),
                Map.entry("alg NoNe", base64("{\"alg\":\"NoNe\",\"kid\":\"key-1\"}") + "." + parts.get(1) + "."),
                Map.entry("foreign key under our key id",
                        TestProvider.sign(PROVIDER.header().build(), claims, new RSASSASigner(foreign))),
                Map.entry("HS256 with the public key",
                        TestProvider.sign(header(JWSAlgorithm.HS256).build(), claims, new MACSigner(publicKey))),
                Map.entry("ES256", TestProvider.sign(header(JWSAlgorithm.ES256).build(), claims,
                        new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()))),
                Map.entry("PS256", PROVIDER.sign(header(JWSAlgorithm.PS256).build(), claims)),
                Map.entry("RS512", PROVIDER.sign(header(JWSAlgorithm.RS512).build(), claims)),
                Map.entry("our key carried along", TestProvider.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK()).keyID("x").build(), claims,
                        new RSASSASigner(foreign)))));
    }

    @TestFactory
    Stream<DynamicTest> refusesWrongClaims() {
        return refused(Map.ofEntries(
                Map.entry("another issuer", with(claims -> claims.issuer("https://elsewhere.example"))),
                Map.entry("no issuer", with(claims -> claims.issuer(null))),
                Map.entry("another audience", with(claims -> claims.audience("other"))),
                Map.entry("no audience", with(claims -> claims.audience((String) null))),
                Map.entry("expired", with(claims -> claims.expirationTime(TestProvider.inSeconds(-61)))),
                Map.entry("not yet good", with(claims -> claims.notBeforeTime(TestProvider.inSeconds(120)))),
                Map.entry("no end", with(claims -> claims.expirationTime(null))),
                Map.entry("an end in the year 9999",
                        with(claims -> claims.expirationTime(TestProvider.inSeconds(YEAR_9999)))),
                Map.entry("no subject", with(claims -> claims.subject(null))),
                Map.entry("an empty subject", with(claims -> claims.subject(" "))),
                Map.entry("an id token", with(claims -> claims.claim("at_hash", "x"))),
                Map.entry("an id token of Keycloak", with(claims -> claims.claim("typ", "ID"))),
                Map.entry("a refresh token", with(claims -> claims.claim("typ", "Refresh"))),
                Map.entry("another kind of token", PROVIDER.sign(
                        PROVIDER.header().type(new JOSEObjectType("logout+jwt")).build(),
                        PROVIDER.claims("client-1").build()))));
    }

    @TestFactory
    Stream<DynamicTest> refusesStrangeHeaders() {
        JWTClaimsSet claims = PROVIDER.claims("client-1", "client").build();
        return refused(Map.ofEntries(
                Map.entry("no key id", PROVIDER.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims)),
                Map.entry("a path as key id", PROVIDER.sign(PROVIDER.header().keyID("../../dev/null").build(), claims)),
                Map.entry("SQL as key id", PROVIDER.sign(PROVIDER.header().keyID("' or 1=1 --").build(), claims)),
                Map.entry("an unknown crit",
                        PROVIDER.sign(PROVIDER.header().criticalParams(Set.of("x")).build(), claims)),
                Map.entry("a list as key id", raw("{\"alg\":\"RS256\",\"kid\":[\"key-1\"]}", "{}")),
                Map.entry("a repeated header", raw("{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"key-1\"}", "{}")),
                Map.entry("not JSON", "a.b.c"),
                Map.entry("an encrypted token", base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "....")));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoToken() {
        return Stream.of("Bearer", "Bearer ", "Bearer  x", "Basic Y2xpZW50LTE6", "bearer\u00e4", "Bearer a b", "x",
                "Bearer " + "x".repeat(8_001))
                .map(header -> dynamicTest(header.substring(0, Math.min(20, header.length())),
                        () -> assertRefused(send(request("/api/v1/me").header("Authorization", header)))));
    }

    /** Signed by the provider, yet written by hand: what a sloppy provider might let through. */
    @Test
    void refusesClaimsGivenTwiceOrOfTheWrongType() {
        String end = Long.toString(TestProvider.inSeconds(3600).toInstant().getEpochSecond());
        String begin = "{\"iss\":\"" + PROVIDER.issuer() + "\",\"aud\":\"attune\",\"sub\":\"client-1\",";
        assertRefused(sendToken(signed(begin + "\"sub\":\"client-2\",\"exp\":" + end + "}")));
        assertRefused(sendToken(signed(begin + "\"exp\":\"" + end + "\"}")));
        assertThat(sendToken(signed(begin + "\"exp\":" + end + "}")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTwoHeadersAndTokensInTheQuery() {
        String token = PROVIDER.token("client-1", "client");
        assertRefused(send(request("/api/v1/me").header("Authorization", "Bearer " + token)
                .header("Authorization", "Bearer " + token)));
        assertRefused(send(request("/api/v1/me?access_token=" + token)));
        assertRefused(send(asClient("/api/v1/me?access_token=" + token)));
    }

    @Test
    void connectsToNoHostThatATokenNames() {
        AtomicInteger visits = new AtomicInteger();
        DisposableServer foreign = HttpServer.create().host("127.0.0.1").port(0).handle((_, response) -> {
            visits.incrementAndGet();
            return response.send();
        }).bindNow();
        try {
            String url = "http://127.0.0.1:" + foreign.port() + "/keys";
            assertRefused(sendToken(raw("{\"alg\":\"RS256\",\"kid\":\"mine\",\"jku\":\"" + url + "\",\"x5u\":\"" + url
                    + "\"}", "{}")));
            assertRefused(sendToken(raw("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"" + url + "\"}", "{}")));
            assertRefused(sendToken(raw("{\"alg\":\"RS256\",\"kid\":\"" + url + "\"}", "{}")));
        } finally {
            foreign.disposeNow();
        }
        assertThat(visits).hasValue(0);
    }

    @Test
    void acceptsClocksThatDifferALittle() {
        assertThat(sendToken(with(claims -> claims.expirationTime(TestProvider.inSeconds(-30)))).statusCode())
                .isEqualTo(200);
        assertThat(sendToken(with(claims -> claims.notBeforeTime(TestProvider.inSeconds(30)))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesNoRoleForNamesItDoesNotKnow() {
        String token = with(claims -> claims.claim("roles", List.of("admin", "COACH", "ROLE_coach", 7)));
        assertThat(sendToken(token).statusCode()).isEqualTo(200);
        assertThat(send(request("/api/v1/caseload").header("Authorization", "Bearer " + token)).statusCode())
                .isEqualTo(403);
    }

    private Stream<DynamicTest> refused(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> assertRefused(sendToken(entry.getValue()))));
    }

    private HttpResponse<String> sendToken(String token) {
        HttpRequest.Builder request = request("/api/v1/me").header("Authorization", "Bearer " + token);
        return send(request);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
        assertThat(json(answer).path("code").asString()).isEqualTo("unauthenticated");
    }

    private static String with(Consumer<JWTClaimsSet.Builder> change) {
        return PROVIDER.token("client-1", change, "client");
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID("key-1");
    }

    private static String signed(String claims) {
        return raw("{\"alg\":\"RS256\",\"kid\":\"key-1\"}", claims);
    }

    /** Signs header and claims as they are, in whatever form. */
    private static String raw(String header, String claims) {
        try {
            String input = base64(header) + "." + base64(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(PROVIDER.key().toRSAPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
