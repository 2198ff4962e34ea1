package attune.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The API behind a gateway. What is not answered, or answered with "later", is sent again as it is, the way a phone does
 * it. Calls wait; safe for use by many threads.
 */
public final class Api {

    /** Longer than the gateway waits for a service. */
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final SignIn signIn;
    private final String gateway;
    private final Duration patience;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * An API.
     *
     * @param gateway its address without a slash at the end, such as {@code http://localhost:8080}
     * @param patience how long one thing is sent again and again before it counts as not accepted
     */
    public Api(HttpClient http, SignIn signIn, String gateway, Duration patience) {
        this.http = http;
        this.signIn = signIn;
        this.gateway = gateway;
        this.patience = patience;
    }

    /** A client for {@link Api} and {@link SignIn}: plain HTTP/1.1, as proxies like it best. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The mapper for what is sent and what came. */
    public JsonMapper json() {
        return json;
    }

    /**
     * Reads as a person.
     *
     * @param path below {@code /api/v1}, with its query
     */
    public Reply get(String person, String path) {
        return get(person, path, null);
    }

    /**
     * Reads as a person what contains a position.
     *
     * @param position an {@code Attune-Position} that some write was answered with, or null
     */
    public Reply get(String person, String path, @Nullable String position) {
        return patiently(person, () -> {
            HttpRequest.Builder request = request(person, path).GET();
            return position == null ? request : request.header("Attune-Position", position);
        });
    }

    /** Writes as a person. */
    public Reply put(String person, String path, JsonNode body) {
        String text = json.writeValueAsString(body);
        return patiently(person, () -> request(person, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(text)));
    }

    /** A request as a person, to be finished and sent by the caller. */
    public HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create(gateway + "/api/v1" + path))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(person, this::token));
    }

    private String token(String person) {
        try {
            return signIn.tokenOf(person);
        } catch (SignInException e) {
            throw new UnreachableException(String.valueOf(e.getMessage()), e);
        }
    }

    private Reply patiently(String person, Sending sending) {
        long end = System.nanoTime() + patience.toNanos();
        for (int attempt = 1;; attempt++) {
            Reply reply = once(sending, attempt);
            if (reply != null && reply.status() == UNAUTHORIZED && attempt == 1) {
                tokens.remove(person); // it may have come of age
                continue;
            }
            Duration pause = reply == null ? backoff(attempt) : reply.pause();
            boolean last = System.nanoTime() + pause.toNanos() > end;
            if (reply != null && (!reply.isForLater() || last)) {
                return reply;
            }
            if (last) {
                throw new UnreachableException("Nobody answers at " + gateway + ": Attune is not running there.", null);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private @Nullable Reply once(Sending sending, int attempt) {
        try {
            HttpResponse<String> response = http.send(sending.request().timeout(ANSWER).build(),
                    BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), read(response.body()), attempt);
        } catch (IOException _) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("Interrupted.", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static Duration backoff(int attempt) {
        Duration pause = Duration.ofMillis(250L << Math.min(attempt - 1, 5));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Makes a request anew for each attempt. */
    @FunctionalInterface
    private interface Sending {

        HttpRequest.Builder request();
    }
}
