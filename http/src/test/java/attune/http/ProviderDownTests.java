package attune.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import attune.http.kit.NoBlocking;
import attune.http.kit.TestProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A room starts and says the truth while the provider is away. */
@Timeout(60)
@ExtendWith(NoBlocking.class)
class ProviderDownTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void startsWithoutTheProviderAndLetsPeopleInWhenItComes() throws Exception {
        try (TestProvider provider = TestProvider.start()) {
            int port = freePort();
            String keys = "http://127.0.0.1:" + port + "/jwks";
            String token = provider.token("client-1", "client");
            try (ConfigurableApplicationContext room = SpringApplication.run(Room.class, "--server.port=0",
                    "--management.server.port=0", "--attune.streams.audience=client",
                    "--attune.tokens.issuer=" + provider.issuer(),
                    "--attune.tokens.jwks=" + keys)) {
                HttpResponse<String> away = get(room, "local.server.port", "/api/v1/me", token);
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After")).isPresent();
                assertThat(away.body()).contains("sign-in-unavailable");
                assertThat(get(room, "local.server.port", "/api/v1/me", "").statusCode()).isEqualTo(401);
                assertThat(ready(room)).isEqualTo(503);
                assertThat(get(room, "local.management.port", "/actuator/health/liveness", "").statusCode())
                        .isEqualTo(200);
                DisposableServer late = HttpServer.create().host("127.0.0.1").port(port)
                        .handle((_, response) -> response
                                .sendString(Mono.just("{\"keys\":[" + provider.key().toPublicJWK() + "]}")))
                        .bindNow();
                try {
                    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ready(room) == 200);
                    assertThat(get(room, "local.server.port", "/api/v1/me", token).statusCode()).isEqualTo(200);
                } finally {
                    late.disposeNow();
                }
            }
        }
    }

    @Test
    void showsOnTheManagementPortOnlyWhatWatchersNeed() throws Exception {
        try (TestProvider provider = TestProvider.start();
                ConfigurableApplicationContext room = SpringApplication.run(Room.class, "--server.port=0",
                        "--management.server.port=0", "--attune.streams.audience=client",
                        "--attune.tokens.issuer=" + provider.issuer())) {
            String token = provider.token("client-1", "client");
            assertThat(get(room, "local.server.port", "/api/v1/me", token).statusCode()).isEqualTo(200);
            assertThat(get(room, "local.server.port", "/api/v1/entries/1", token).statusCode()).isEqualTo(405);
            String metrics = get(room, "local.management.port", "/actuator/prometheus", "").body();
            assertThat(metrics).contains("http_server_requests_seconds_bucket", "uri=\"/api/v1/me\"",
                    "attune_feed_connections{audience=\"client\"} 0").doesNotContain("client-1", "entries/1");
            for (String path : new String[]{"env", "heapdump", "threaddump", "beans", "loggers", "configprops",
                    "shutdown"}) {
                assertThat(get(room, "local.management.port", "/actuator/" + path, "").statusCode()).isEqualTo(404);
            }
        }
    }

    private static int ready(ConfigurableApplicationContext room) throws Exception {
        return get(room, "local.management.port", "/actuator/health/readiness", "").statusCode();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext room, String port, String path, String token)
            throws Exception {
        Environment environment = room.getEnvironment();
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty(port) + path))
                .timeout(Duration.ofSeconds(5)); // as a probe would
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
