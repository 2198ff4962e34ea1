package attune.bench.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Small talk with a server outside of any measurement. */
public final class Web {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Web() {}

    /** Whether an address answers 200. A server that does not answer at all does not. */
    public static boolean isOk(URI address) {
        try {
            return send(HttpRequest.newBuilder(address)).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** The body at an address that must answer 200. */
    public static String get(URI address) throws IOException {
        return body(send(HttpRequest.newBuilder(address)));
    }

    /** Posts nothing to an address that must answer 200. */
    public static String post(URI address) throws IOException {
        return body(send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    /**
     * Puts JSON under an address that must answer with success.
     *
     * @param token bearer token
     */
    public static String put(URI address, String token, String json) throws IOException {
        return body(send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        }
    }

    private static String body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d: %s".formatted(response.uri(), response.statusCode(),
                    response.body()));
        }
        return response.body();
    }
}
