package attune.gateway;

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

import static org.assertj.core.api.Assertions.assertThat;

/** A started gateway before three rooms, and a plain client. */
@Timeout(60)
@ExtendWith(NoBlocking.class)
@SpringBootTest(classes = GatewayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.config.name=gateway")
abstract class GatewayTests {

    static final TestProvider PROVIDER = TestProvider.start();
    static final TestRoom CHECKIN = TestRoom.start("""
            {"openapi":"3.1.0","info":{"title":"checkin"},"paths":{"/api/v1/check-ins":{"get":{"responses":{"default":
            {"$ref":"#/components/responses/Problem"}}}}},"components":{"responses":{"Problem":{"description":"one"}},
            "schemas":{"Item":{"type":"string"}}}}""");
    static final TestRoom COACH = TestRoom.start("""
            {"openapi":"3.1.0","info":{"title":"coach"},"paths":{"/api/v1/suggestions":{"get":{"responses":{"200":
            {"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}},"description":"x"}}}}},
            "components":{"responses":{"Problem":{"description":"one"}},"schemas":{"Item":{"type":"integer"}}}}""");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("attune.tokens.issuer", PROVIDER::issuer);
        properties.add("management.server.port", () -> 0);
        properties.add("attune.gateway.rooms.at.checkin-service", CHECKIN::address);
        properties.add("attune.gateway.rooms.at.coach-service", COACH::address);
        properties.add("attune.gateway.rooms.at.notification-service", () -> "http://127.0.0.1:1");
        properties.add("attune.gateway.rooms.answer", () -> "1s");
        properties.add("attune.gateway.limits.head", () -> "2s");
        properties.add("attune.gateway.limits.whole", () -> "2s");
    }

    final int port() {
        return port;
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20));
    }

    final HttpRequest.Builder as(String person, String path) {
        return request(path).header("Authorization", "Bearer " + PROVIDER.token(person, "client"));
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

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("traceId").asString()).hasSize(32);
        assertThat(answer.body()).doesNotContain("Exception", "127.0.0.1", "reactor", "/api/v1");
    }
}
