package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import attune.embedded.LoopbackHttp.Answer;

/**
 * A push service and the devices behind it: takes Web Push (RFC 8030), verifies who sends (RFC 8292), decrypts as a
 * device does (RFC 8291), and misbehaves on request. Safe for use by many threads.
 */
public final class PushReceiver implements AutoCloseable {

    private static final String PATH = "/push/";
    private static final int LARGEST = 4_096;

    @SuppressWarnings("TimeZoneUsage") // tokens are about real time
    private final Clock clock = Clock.systemUTC();
    private final LoopbackHttp http;
    private final FaultSwitch faults = new FaultSwitch();
    private final Map<String, PushDevice> devices = new ConcurrentHashMap<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private PushReceiver(LoopbackHttp http) {
        this.http = http;
    }

    /**
     * A push that a device has decrypted.
     *
     * @param receivedAt when it came
     * @param topic what the sender calls it: a later one replaces an earlier one; empty if it did not say
     * @param text what the device shows
     */
    public record Push(Instant receivedAt, String device, String topic, String urgency, long ttlSeconds, String text) {}

    /**
     * What a browser hands to the app.
     *
     * @param endpoint where pushes go
     * @param p256dh the device's public key, base64url
     * @param auth the device's secret, base64url
     */
    public record Subscription(URI endpoint, String p256dh, String auth) {}

    /** Starts it on a port; 0 means any that is free. */
    public static PushReceiver start(int port) {
        PushReceiver receiver = new PushReceiver(LoopbackHttp.bind("push receiver", port));
        receiver.http.serve(new FaultyReceiver(receiver.new Service(), receiver.faults));
        return receiver;
    }

    /** A new device with a subscription. */
    public Subscription subscribe() {
        String name = "device-" + numbers.incrementAndGet();
        PushDevice device = PushDevice.create();
        devices.put(name, device);
        return new Subscription(URI.create(origin() + PATH + name), device.publicKey(), device.secret());
    }

    /** The scheme, host and port. */
    public String origin() {
        return "http://" + Loopback.HOST + ":" + http.port();
    }

    /** How it behaves. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What devices have decrypted, in the order in which it came. */
    public List<Push> pushes() {
        return List.copyOf(pushes);
    }

    @Override
    public void close() {
        http.close();
    }

    private static String device(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    }

    /** What the push service itself does. */
    private final class Service implements Receiver {

        @Override
        public Answer take(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            PushDevice device = devices.get(device(exchange));
            if (device == null) {
                return gone();
            }
            if (body.length > LARGEST) {
                return answer(413);
            }
            Headers headers = exchange.getRequestHeaders();
            Instant now = clock.instant();
            if (!PushSender.isAuthorised(headers.getFirst("Authorization"), origin(), now)) {
                return answer(403);
            }
            String ttl = headers.getFirst("TTL");
            Optional<byte[]> text = device.decrypt(body);
            if (ttl == null || !ttl.matches("\\d{1,9}") || text.isEmpty()
                    || !"aes128gcm".equals(headers.getFirst("Content-Encoding"))) {
                return answer(400);
            }
            pushes.add(new Push(now, device(exchange), first(headers, "Topic"), first(headers, "Urgency"),
                    Long.parseLong(ttl), new String(text.get(), StandardCharsets.UTF_8)));
            return answer(201);
        }

        @Override
        public Answer busy() {
            return new Answer(429, FaultyReceiver.COME_AGAIN, "");
        }

        @Override
        public Answer broken() {
            return answer(500);
        }

        @Override
        public Answer gone() {
            return answer(410);
        }

        private static Answer answer(int status) {
            return new Answer(status, Map.of(), "");
        }

        private static String first(Headers headers, String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }
}
