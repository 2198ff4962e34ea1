package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;

/**
 * A system of somebody else that takes Standard Webhooks: verifies each signature by nothing but the JDK, refuses what is
 * older or newer than five minutes, and misbehaves on request. Safe for use by many threads.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final String PATH = "/webhooks/";
    private static final String SECRET = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final LoopbackHttp http;
    private final InstantSource clock;
    private final FaultSwitch faults = new FaultSwitch();
    private final Map<String, Set<String>> secrets = new ConcurrentHashMap<>();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();

    private WebhookReceiver(LoopbackHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * A message with a good signature.
     *
     * @param endpoint the name of the endpoint it came to
     * @param id what a repetition has too
     */
    public record Hook(String endpoint, String id, Instant sentAt, String body) {}

    /**
     * Starts it.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @param clock tells it how old a message is
     */
    public static WebhookReceiver start(int port, InstantSource clock) {
        WebhookReceiver receiver = new WebhookReceiver(LoopbackHttp.bind("webhook receiver", port), clock);
        receiver.http.serve(new FaultyReceiver(receiver.new Service(), receiver.faults));
        return receiver;
    }

    /** The address of an endpoint, which takes nothing before it knows a secret. */
    public URI endpoint(String name) {
        return URI.create("http://" + Loopback.HOST + ":" + http.port() + PATH + name);
    }

    /** From now on an endpoint believes this secret too: {@code whsec_} and base64. */
    public void knows(String name, String secret) {
        secrets.computeIfAbsent(name, _ -> ConcurrentHashMap.newKeySet()).add(secret);
    }

    /** From now on an endpoint does not believe this secret. */
    public void forgets(String name, String secret) {
        secrets.getOrDefault(name, ConcurrentHashMap.newKeySet()).remove(secret);
    }

    /** How it behaves. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What it has taken, in the order in which it came. */
    public List<Hook> hooks() {
        return List.copyOf(hooks);
    }

    @Override
    public void close() {
        http.close();
    }

    private boolean isSigned(String endpoint, String id, String timestamp, String body, String signatures) {
        byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.getOrDefault(endpoint, Set.of()).stream().map(secret -> hmac(secret, content))
                .anyMatch(wanted -> Arrays.stream(signatures.split(" ", -1)).anyMatch(given -> MessageDigest.isEqual(
                        ("v1," + wanted).getBytes(StandardCharsets.US_ASCII),
                        given.getBytes(StandardCharsets.UTF_8))));
    }

    private static String hmac(String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    Base64.getDecoder().decode(secret.startsWith(SECRET) ? secret.substring(SECRET.length()) : secret),
                    "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    /** What the system itself does. */
    private final class Service implements Receiver {

        @Override
        public Answer take(HttpExchange exchange) throws IOException {
            String body = LoopbackHttp.body(exchange);
            String path = exchange.getRequestURI().getPath();
            String endpoint = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
            Headers headers = exchange.getRequestHeaders();
            String id = first(headers, "webhook-id");
            String timestamp = first(headers, "webhook-timestamp");
            if (!timestamp.matches("\\d{1,11}")
                    || !isSigned(endpoint, id, timestamp, body, first(headers, "webhook-signature"))) {
                return Answer.text(401, "The signature is not good.\n");
            }
            Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(sentAt, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                return Answer.text(400, "The message is too old.\n");
            }
            hooks.add(new Hook(endpoint, id, sentAt, body));
            return new Answer(204, Map.of(), "");
        }

        @Override
        public Answer busy() {
            return new Answer(429, FaultyReceiver.COME_AGAIN, "");
        }

        @Override
        public Answer broken() {
            return Answer.text(500, "Broken.\n");
        }

        @Override
        public Answer gone() {
            return Answer.text(410, "Gone.\n");
        }

        private static String first(Headers headers, String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }
}
