package attune.gateway;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

import attune.embedded.EmbeddedIdentity;
import attune.http.kit.NoBlocking;

import static attune.gateway.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

/** Browsers sign in at a real provider, and others try to get in with them. */
@Timeout(60)
@ExtendWith(NoBlocking.class)
@SpringBootTest(classes = GatewayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.config.name=gateway")
class SignInTests {

    private static final EmbeddedIdentity IDENTITY = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
    private static final TestRoom ROOM = TestRoom.start("{\"openapi\":\"3.1.0\"}");
    private static final String WRITE = "/api/v1/check-ins/1";

    @LocalServerPort
    private int port;

    private String origin;
    private Browser browser;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("attune.tokens.issuer", IDENTITY::issuer);
        properties.add("attune.tokens.timeout", () -> "20s");
        properties.add("attune.gateway.sign-in.timeout", () -> "20s");
        properties.add("management.server.port", () -> 0);
        List.of("checkin-service", "coach-service", "notification-service")
                .forEach(room -> properties.add("attune.gateway.rooms.at." + room, ROOM::address));
    }

    @BeforeEach
    void open() {
        origin = "http://localhost:" + port;
        browser = new Browser(origin);
        ROOM.seen().clear();
    }

    @Test
    void letsABrowserInAndTellsTheRoomsWhoItIs() {
        HttpResponse<String> back = browser.signIn("client-1", "/docs");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/docs");
        assertThat(back.headers().allValues("Set-Cookie")).filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax")
                        .contains("Path=/").doesNotContain("eyJhbGci"));
        assertThat(browser.get("/session").body()).contains("\"signedIn\":true").contains("client-1");
        assertThat(browser.get("/api/v1/check-ins").statusCode()).isEqualTo(200);
        assertThat(browser.fromOurPage("PUT", WRITE, "{}").statusCode()).isEqualTo(200);
        assertThat(ROOM.seen()).hasSize(2).allSatisfy(seen -> assertThat(seen.headers())
                .doesNotContainKey("cookie")
                .hasEntrySatisfying("authorization", token -> assertThat(token).startsWith("Bearer eyJ")));
    }

    @Test
    void leavesNativeAppsAlone() {
        browser.signIn("client-1", "/");
        String coach = IDENTITY.tokens().of("coach-1");

        browser.from("PUT", WRITE, "{}", "Authorization", "Bearer " + coach);

        assertThat(ROOM.seen().getFirst().headers()).containsEntry("authorization", "Bearer " + coach);
        assertThat(browser.from("PUT", WRITE, "{}", "Authorization", "Bearer bad").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAForgedState() {
        String begun = location(browser.get("/session/sign-in"));
        String back = browser.chooseAtProvider(begun, "client-1");

        assertFailed(browser.get(back.replaceAll("state=[^&]+", "state=forged")));
        assertThat(begun).contains("code_challenge_method=S256").contains("nonce=");
    }

    /** Somebody lures a browser into a session that is theirs, to see what is written there. */
    @Test
    void refusesACodeOfAnotherBrowser() {
        Browser attacker = new Browser(origin);
        String ofAttacker = attacker.chooseAtProvider(location(attacker.get("/session/sign-in")), "client-2");

        assertFailed(browser.get(ofAttacker));
        browser.get("/session/sign-in");
        assertFailed(browser.get(ofAttacker));
    }

    @Test
    void refusesACodeThatWasUsedBefore() {
        String begun = location(browser.get("/session/sign-in"));
        Map<String, String> kept = Map.copyOf(browser.cookies());
        String back = browser.chooseAtProvider(begun, "client-1");
        assertThat(location(browser.get(back))).isEqualTo("/");

        Browser replaying = new Browser(origin);
        replaying.cookies().putAll(kept);

        assertFailed(replaying.get(back));
        assertFailed(new Browser(origin).get(back));
    }

    @Test
    void refusesWhatDoesNotComeFromAPageOfOurs() {
        browser.signIn("client-1", "/");

        assertThat(browser.from("PUT", WRITE, "{}").statusCode()).isEqualTo(403);
        assertThat(browser.from("PUT", WRITE, "{}", "Sec-Fetch-Site", "cross-site", "Origin", "http://evil.example")
                .statusCode()).isEqualTo(403);
        assertThat(browser.from("PUT", WRITE, "{}", "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(browser.from("PUT", WRITE, "{}", "Sec-Fetch-Site", "same-origin", "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(browser.from("PUT", WRITE, "{}", "Origin", "http://localhost:1").statusCode()).isEqualTo(403);
        assertThat(browser.from("POST", "/session/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(ROOM.seen()).isEmpty();
        assertThat(browser.from("PUT", WRITE, "{}", "Origin", origin).statusCode()).isEqualTo(200);
    }

    @Test
    void givesEverySignInASessionOfItsOwn() {
        browser.signIn("client-1", "/");
        Map<String, String> planted = Map.copyOf(browser.cookies());
        Browser victim = new Browser(origin);
        victim.cookies().putAll(planted);

        victim.signIn("client-2", "/");

        assertThat(victim.get("/session").body()).contains("client-2");
        assertThat(victim.cookies()).doesNotContainValue(planted.get("attune-session"));
        assertThat(browser.get("/session").body()).contains("client-1");
    }

    @Test
    void endsASessionForItsCopiesToo() {
        browser.signIn("client-1", "/");
        Browser thief = new Browser(origin);
        thief.cookies().putAll(browser.cookies());

        HttpResponse<String> out = browser.fromOurPage("POST", "/session/sign-out", "");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(new JsonMapper().readTree(out.body()).path("location").asString())
                .startsWith(IDENTITY.issuer() + "/endsession").contains("post_logout_redirect_uri");
        assertThat(browser.cookies()).isEmpty();
        assertThat(thief.get("/session").body()).contains("\"signedIn\":false");
        assertThat(thief.get("/api/v1/check-ins").statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoCookieThatItDidNotSealForThis() {
        browser.signIn("client-1", "/");
        String sealed = Objects.requireNonNull(browser.cookies().get("attune-session"));
        for (String forged : List.of("", "x", sealed.substring(2), sealed.substring(0, 40), sealed + "AAAA",
                browser.cookies().get("attune-refresh"), "eyJhbGciOiJub25lIn0.e30.")) {
            browser.cookies().put("attune-session", forged);
            assertThat(browser.get("/api/v1/check-ins").statusCode()).as(forged).isEqualTo(401);
        }
    }

    @Test
    void goesNowhereElseAfterwards() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "evil",
                "/%0d%0aSet-Cookie:a=b")) {
            HttpResponse<String> back = browser.signIn("client-1",
                    java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(location(back)).as(elsewhere).matches("/|/%0d%0aSet-Cookie:a=b").doesNotContain("evil");
        }
    }

    @Test
    void saysThatNobodyIsSignedIn() {
        assertThat(browser.get("/session").body()).isEqualTo("{\"signedIn\":false}");
        assertThat(browser.get("/api/v1/check-ins").statusCode()).isEqualTo(401);
        assertThat(browser.fromOurPage("POST", "/session/sign-out", "").statusCode()).isEqualTo(200);
    }

    private void assertFailed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/?sign-in=failed");
        assertThat(answer.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Max-Age=0"));
    }
}
