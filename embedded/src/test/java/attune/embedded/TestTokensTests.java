package attune.embedded;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final RSAKey KEY = SigningKey.fresh();

    private final TestTokens tokens = new TestTokens(KEY, "http://localhost:8090/attune", InstantSource.fixed(NOW));

    @Test
    void signsAGoodTokenForADemoPerson() throws Exception {
        String token = tokens.of("coach-2");

        JWTClaimsSet claims = claims(token);
        assertThat(claims.getSubject()).isEqualTo("coach-2");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8090/attune");
        assertThat(claims.getAudience()).containsExactly("attune");
        assertThat(claims.getStringListClaim("roles")).containsExactly("coach");
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(isOurs(token)).isTrue();
    }

    @Test
    void signsWhateverATestNeeds() throws Exception {
        JWTClaimsSet claims = claims(tokens.about("client-1").with("aud", List.of("other")).withRoles("ops", "coach")
                .with("jti", null).lasting(Duration.ofMinutes(-1)).signed());

        assertThat(claims.getAudience()).containsExactly("other");
        assertThat(claims.getStringListClaim("roles")).containsExactly("ops", "coach");
        assertThat(claims.getJWTID()).isNull();
        assertThat(claims.getExpirationTime().toInstant()).isBefore(NOW);
    }

    @Test
    void forgesUnderTheRightKeyId() throws Exception {
        String forged = tokens.about("client-1").signedByAStranger();

        assertThat(SignedJWT.parse(forged).getHeader().getKeyID()).isEqualTo(KEY.getKeyID());
        assertThat(isOurs(forged)).isFalse();
    }

    @Test
    void leavesTokensUnsigned() throws Exception {
        assertThat(JWTParser.parse(tokens.about("client-1").unsigned()).getHeader().getAlgorithm().getName())
                .isEqualTo("none");
    }

    @Test
    void signsManyInTheOrderOfThePeople() throws Exception {
        List<String> people = IntStream.range(0, 100).mapToObj(n -> "load-" + n).toList();

        List<String> many = tokens.of(people, Duration.ofHours(5));

        assertThat(many).hasSize(100);
        assertThat(claims(many.get(42)).getSubject()).isEqualTo("load-42");
        assertThat(claims(many.get(42)).getStringListClaim("roles")).containsExactly("client");
        assertThat(isOurs(many.get(99))).isTrue();
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return JWTParser.parse(token).getJWTClaimsSet();
    }

    private static boolean isOurs(String token) throws ParseException, JOSEException {
        return SignedJWT.parse(token).verify(new RSASSAVerifier(KEY));
    }
}
