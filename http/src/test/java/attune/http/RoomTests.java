package attune.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.http.kit.NoBlocking;
import attune.http.kit.TestProvider;

/** A started room and a plain client. */
@Timeout(60)
@ExtendWith(NoBlocking.class)
@SpringBootTest(classes = Room.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RoomTests {

    static final TestProvider PROVIDER = TestProvider.start();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("attune.tokens.issuer", PROVIDER::issuer);
        properties.add("management.server.port", () -> 0);
        properties.add("attune.streams.audience", () -> "client");
    }

    final int port() {
        return port;
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20));
    }

    final HttpRequest.Builder asClient(String path) {
        return request(path).header("Authorization", "Bearer " + PROVIDER.token("client-1", "client"));
    }

    final HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    final HttpResponse<String> put(String path, String body) {
        return put(path, HttpRequest.BodyPublishers.ofString(body));
    }

    final HttpResponse<String> put(String path, HttpRequest.BodyPublisher body) {
        return send(asClient(path).header("Content-Type", "application/json").PUT(body));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
