package attune.checkin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** The running service and a plain client of it. */
final class Service implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final Surroundings surroundings;

    Service(Surroundings surroundings, String database) {
        this.surroundings = surroundings;
        this.context = surroundings.service(database);
        await().atMost(Duration.ofMinutes(2)).until(this::isReady);
    }

    boolean isReady() {
        return send(management("/actuator/health/readiness")).statusCode() == 200;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** A request by a person, up to the method. */
    HttpRequest.Builder as(String person, String path) {
        return request(path).header("Authorization", "Bearer " + surroundings.identity().tokens().of(person));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.server.port") + path))
                .timeout(Duration.ofSeconds(20));
    }

    /** A request to the door of operators. */
    HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.management.port") + path))
                .timeout(Duration.ofSeconds(20));
    }

    private String port(String name) {
        return Objects.requireNonNull(context.getEnvironment().getProperty(name));
    }

    HttpResponse<String> put(String person, String path, String body) {
        return send(putting(person, path, body));
    }

    HttpRequest.Builder putting(String person, String path, String body) {
        return as(person, path).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String person, String path) {
        return send(as(person, path));
    }

    /** A read that wants to see what was written. */
    HttpResponse<String> get(String person, String path, HttpResponse<?> written) {
        return read(person, path, position(written));
    }

    /** A read that waits until it sees what stands at a position. */
    HttpResponse<String> read(String person, String path, String position) {
        return await().atMost(Duration.ofMinutes(2)).until(
                () -> send(as(person, path).header("Attune-Position", position)),
                answer -> answer.headers().firstValue("Attune-Stale").isEmpty());
    }

    static String position(HttpResponse<?> written) {
        return written.headers().firstValue("Attune-Position").orElseThrow();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }
}
