package attune.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedIdentityIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BACK = "http://localhost:8080/login/oauth2/code/attune";

    private static EmbeddedIdentity identity;

    @BeforeAll
    static void start() {
        identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @Test
    void describesItselfUnderItsIssuer() throws Exception {
        Map<String, Object> metadata = json(get(identity.issuer() + "/.well-known/openid-configuration"));

        assertThat(identity.issuer()).isEqualTo("http://localhost:" + identity.port() + "/attune");
        assertThat(metadata).containsEntry("issuer", identity.issuer())
                .containsEntry("jwks_uri", identity.jwksUri())
                .containsEntry("authorization_endpoint", identity.issuer() + "/authorize")
                .containsEntry("token_endpoint", identity.issuer() + "/token");
    }

    @Test
    void keepsItsIssuerWhateverNameItIsCalledBy() throws Exception {
        HttpResponse<String> answer = get(
                "http://127.0.0.1:" + identity.port() + "/attune/.well-known/openid-configuration");

        assertThat(json(answer)).containsEntry("issuer", identity.issuer());
    }

    @Test
    void givesATokenForTheNameOfADemoPerson() throws Exception {
        JWTClaimsSet claims = verified(
                text(json(token(Map.of("grant_type", "password", "username", "coach-1"))), "access_token"));

        assertThat(claims.getSubject()).isEqualTo("coach-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("coach");
        assertThat(claims.getAudience()).containsExactly("attune");
        assertThat(claims.getIssuer()).isEqualTo(identity.issuer());
        assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-51", "client-0", "admin", ""})
    void givesNoTokenToStrangers(String stranger) throws Exception {
        HttpResponse<String> answer = token(Map.of("grant_type", "password", "username", stranger));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).containsEntry("error", "invalid_grant")
                .extractingByKey("error_description").asString().contains("client-1 to client-50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "urn:ietf:params:oauth:grant-type:token-exchange", "nonsense"})
    void offersNoOtherWayToAToken(String grant) throws Exception {
        HttpResponse<String> answer = token(Map.of("grant_type", grant, "client_id", "x", "client_secret", "x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).containsEntry("error", "unsupported_grant_type");
    }

    @Test
    void signsInOnItsPageWithACodeAndPkce() throws Exception {
        CodeVerifier verifier = new CodeVerifier();

        assertThat(get(authorize(verifier, BACK)).body()).contains("value=\"client-1\"", "partner of client-2");
        Map<String, String> back = backFrom(choose(authorize(verifier, BACK), "client-1"));
        Map<String, Object> tokens = json(exchange(text(back, "code"), verifier));

        assertThat(back).containsEntry("state", "some-state");
        JWTClaimsSet access = verified(text(tokens, "access_token"));
        assertThat(access.getSubject()).isEqualTo("client-1");
        assertThat(access.getAudience()).containsExactly("attune");
        assertThat(access.getStringListClaim("roles")).containsExactly("client");
        JWTClaimsSet id = verified(text(tokens, "id_token"));
        assertThat(id.getAudience()).containsExactly("attune-web");
        assertThat(id.getStringClaim("nonce")).isEqualTo("some-nonce");
        assertThat(json(get(identity.issuer() + "/userinfo", "Authorization",
                "Bearer " + tokens.get("access_token")))).containsEntry("sub", "client-1");
    }

    @Test
    void takesACodeOnlyFromWhomeverBeganTheSignIn() throws Exception {
        Map<String, String> back = backFrom(choose(authorize(new CodeVerifier(), BACK), "client-1"));

        HttpResponse<String> answer = exchange(text(back, "code"), new CodeVerifier());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void takesNoCodeWithoutItsVerifier() throws Exception {
        Map<String, String> back = backFrom(choose(authorize(new CodeVerifier(), BACK), "client-1"));

        HttpResponse<String> answer = token(Map.of("grant_type", "authorization_code", "code",
                text(back, "code"), "redirect_uri", BACK, "client_id", "attune-web"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)).extractingByKey("error_description").asString().contains("PKCE");
    }

    @Test
    void sendsCodesToThisMachineOnly() throws Exception {
        String target = authorize(new CodeVerifier(), "http://example.com/callback");

        assertThat(get(target).statusCode()).isEqualTo(400);
        assertThat(choose(target, "client-1").statusCode()).isEqualTo(400);
    }

    @Test
    void letsNobodyChooseAStranger() throws Exception {
        HttpResponse<String> answer = choose(authorize(new CodeVerifier(), BACK), "client-51");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is nobody of that name");
    }

    @Test
    void ignoresClaimsThatABrowserWouldAdd() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        HttpResponse<String> chosen = post(authorize(verifier, BACK),
                Map.of("username", "client-1", "claims", "{\"roles\":[\"ops\"]}"));

        Map<String, Object> tokens = json(exchange(text(backFrom(chosen), "code"), verifier));

        assertThat(verified(text(tokens, "access_token")).getStringListClaim("roles"))
                .containsExactly("client");
    }

    @Test
    void givesANewTokenForARefreshToken() throws Exception {
        Map<String, Object> first = json(token(Map.of("grant_type", "password", "username", "ops-1")));

        Map<String, Object> second = json(token(
                Map.of("grant_type", "refresh_token", "refresh_token", text(first, "refresh_token"))));

        assertThat(verified(text(second, "access_token")).getSubject()).isEqualTo("ops-1");
    }

    @Test
    void takesNoAccessTokenForARefreshToken() throws Exception {
        HttpResponse<String> answer = token(
                Map.of("grant_type", "refresh_token", "refresh_token", identity.tokens().of("ops-1")));

        assertThat(json(answer)).containsEntry("error", "invalid_grant");
    }

    @Test
    void answersPagesOfThisMachineAndNoOthers() throws Exception {
        String metadata = identity.issuer() + "/.well-known/openid-configuration";

        HttpResponse<String> ours = get(metadata, "Origin", "http://localhost:8080");
        HttpResponse<String> theirs = get(metadata, "Origin", "http://example.com");

        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:8080");
        assertThat(theirs.statusCode()).isEqualTo(403);
        assertThat(theirs.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsNoScriptWithoutAnOriginReadItsAnswers() throws Exception {
        HttpResponse<String> answer = get(identity.issuer() + "/.well-known/openid-configuration", "Origin", "null");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void answersTheQuestionThatBrowsersAskBeforeTheyCall() throws Exception {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(identity.issuer() + "/token"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:8080")
                .header("Access-Control-Request-Headers", "authorization,x-requested-with").build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .containsIgnoringCase("x-requested-with");
    }

    @Test
    void leadsBackAfterSigningOut() throws Exception {
        HttpResponse<String> home = get(
                identity.issuer() + "/endsession?state=s&post_logout_redirect_uri=http://localhost:8080/");
        HttpResponse<String> elsewhere = get(
                identity.issuer() + "/endsession?post_logout_redirect_uri=http://example.com/");

        assertThat(home.headers().firstValue("Location")).contains("http://localhost:8080/?state=s");
        assertThat(elsewhere.headers().firstValue("Location")).isEmpty();
        assertThat(elsewhere.body()).contains("You are signed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other/token", "/attune/debugger", "/attune/introspect", "/static/x", "/attune/x/token"})
    void showsNothingElseOfTheProviderBehind(String path) throws Exception {
        assertThat(get("http://localhost:" + identity.port() + path).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsItsKeyOverARestartSoThatTokensStayGood(@TempDir Path folder) throws Exception {
        EmbeddedIdentity first = EmbeddedIdentity.start(EmbeddedIdentity.Settings.in(folder));
        String access = first.tokens().of("client-7");
        String refresh = text(json(post(first.issuer() + "/token",
                Map.of("grant_type", "password", "username", "client-7"))), "refresh_token");
        first.close();

        try (EmbeddedIdentity second = EmbeddedIdentity
                .start(EmbeddedIdentity.Settings.in(folder).onPort(first.port()))) {
            assertThat(get(second.issuer() + "/userinfo", "Authorization", "Bearer " + access).statusCode())
                    .isEqualTo(200);
            assertThat(post(second.issuer() + "/token",
                    Map.of("grant_type", "refresh_token", "refresh_token", refresh)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatItsKeyIsBroken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("signing-key.json"), "not a key");
        EmbeddedIdentity.Settings settings = EmbeddedIdentity.Settings.in(folder);

        assertThatThrownBy(() -> EmbeddedIdentity.start(settings))
                .isInstanceOf(EmbeddedException.FolderUnusable.class)
                .hasMessageContaining("signing-key.json");
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            EmbeddedIdentity.Settings settings = EmbeddedIdentity.Settings.inMemory().onPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedIdentity.start(settings))
                    .isInstanceOf(EmbeddedException.PortInUse.class);
        }
    }

    private static String authorize(CodeVerifier verifier, String redirect) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", "attune-web");
        query.put("scope", "openid");
        query.put("state", "some-state");
        query.put("nonce", "some-nonce");
        query.put("redirect_uri", redirect);
        query.put("code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        query.put("code_challenge_method", "S256");
        return identity.issuer() + "/authorize?" + encoded(query);
    }

    private static HttpResponse<String> choose(String target, String name) throws Exception {
        return post(target, Map.of("username", name));
    }

    private static Map<String, String> backFrom(HttpResponse<String> chosen) {
        assertThat(chosen.statusCode()).isEqualTo(302);
        URI location = URI.create(chosen.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(BACK);
        return Set.of(location.getRawQuery().split("&")).stream().map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> exchange(String code, CodeVerifier verifier) throws Exception {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "client_id",
                "attune-web", "code_verifier", verifier.getValue()));
    }

    private static HttpResponse<String> token(Map<String, String> form) throws Exception {
        return post(identity.issuer() + "/token", form);
    }

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String address, Map<String, String> form) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))).build(), BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(Map<String, ?> values, String name) {
        return Objects.requireNonNull((String) values.get(name), name);
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws ParseException {
        return JSONObjectUtils.parse(answer.body());
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(verifier(jwt.getHeader().getKeyID()))).isTrue();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        return jwt.getJWTClaimsSet();
    }

    private static RSASSAVerifier verifier(String keyId) throws Exception, JOSEException {
        return new RSASSAVerifier(
                JWKSet.parse(get(identity.jwksUri()).body()).getKeyByKeyId(keyId).toRSAKey().toRSAPublicKey());
    }
}
