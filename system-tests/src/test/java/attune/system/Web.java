package attune.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a program outside would. Safe for use by several threads. */
final class Web {

    /** Longer than the gateway waits for a room, so that it is the gateway that gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newCachedThreadPool(task -> Thread.ofPlatform().daemon().name("web").unstarted(task)))
            .build();

    private Web() {}

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
        }

        /** The answer if it has this status; else an error that shows it. */
        Answer expecting(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new AssertionError("Got " + status + ": " + body);
        }
    }

    static Answer get(URI address, @Nullable String token) throws IOException {
        return send(request(address, token).GET());
    }

    static Answer put(URI address, @Nullable String token, Object body) throws IOException {
        return send(request(address, token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    static Answer delete(URI address, @Nullable String token) throws IOException {
        return send(request(address, token).DELETE());
    }

    static Answer post(URI address, String contentType, String body) throws IOException {
        return send(request(address, null).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    static HttpRequest.Builder request(URI address, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Map<String, String> headers = new java.util.TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT),
                    String.join(", ", values)));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
