package attune.gateway;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import attune.embedded.EmbeddedIdentity;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions outlive tokens, gateways and restarts, but not their provider's consent. */
@Timeout(120)
@ExtendWith(NoBlocking.class)
class RefreshTests {

    private static final String KEY = "0123456789abcdef".repeat(4);

    @Test
    void keepsASessionOverTokensAndGateways() {
        try (EmbeddedIdentity identity = EmbeddedIdentity
                .start(EmbeddedIdentity.Settings.inMemory().lasting(Duration.ofSeconds(20)));
                TestRoom room = TestRoom.start("{}");
                ConfigurableApplicationContext one = gateway(identity, room, KEY);
                ConfigurableApplicationContext two = gateway(identity, room, "f".repeat(64) + "," + KEY)) {
            Browser browser = new Browser(origin(one));
            browser.signIn("client-1", "/");
            String first = browser.cookies().get("attune-session");

            assertThat(browser.get("/api/v1/check-ins").statusCode()).isEqualTo(200);
            assertThat(browser.cookies().get("attune-session")).isNotEqualTo(first);
            Browser elsewhere = new Browser(origin(two));
            elsewhere.cookies().putAll(browser.cookies());
            assertThat(elsewhere.get("/api/v1/check-ins").statusCode()).isEqualTo(200);
            assertThat(elsewhere.get("/session").body()).contains("client-1");

            String refresh = browser.cookies().remove("attune-refresh");
            assertThat(browser.get("/api/v1/check-ins").statusCode()).isEqualTo(200);
            browser.cookies().put("attune-refresh", "A" + refresh);
            assertThat(browser.get("/api/v1/check-ins").statusCode()).isEqualTo(200);
            assertThat(room.seen()).hasSize(4);
        }
    }

    @Test
    void endsASessionWhoseKeyIsNotKnown() {
        try (EmbeddedIdentity identity = EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory());
                TestRoom room = TestRoom.start("{}");
                ConfigurableApplicationContext one = gateway(identity, room, KEY);
                ConfigurableApplicationContext other = gateway(identity, room, "")) {
            Browser browser = new Browser(origin(one));
            browser.signIn("client-1", "/");
            Browser elsewhere = new Browser(origin(other));
            elsewhere.cookies().putAll(browser.cookies());

            assertThat(elsewhere.get("/api/v1/check-ins").statusCode()).isEqualTo(401);
        }
    }

    private static String origin(ConfigurableApplicationContext gateway) {
        return "http://localhost:" + gateway.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext gateway(EmbeddedIdentity identity, TestRoom room, String keys) {
        SpringApplicationBuilder builder = GatewayApplication.builder();
        return builder.run(List.of("--server.port=0", "--management.server.port=0",
                "--attune.tokens.issuer=" + identity.issuer(), "--attune.tokens.timeout=20s",
                "--attune.gateway.sign-in.timeout=20s", "--attune.gateway.sign-in.keys=" + keys,
                "--attune.gateway.rooms.at.checkin-service=" + room.address(),
                "--attune.gateway.rooms.at.coach-service=" + room.address(),
                "--attune.gateway.rooms.at.notification-service=" + room.address()).toArray(String[]::new));
    }
}
