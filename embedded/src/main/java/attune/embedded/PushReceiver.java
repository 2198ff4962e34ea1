package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/**
 * A push service and the devices behind it: takes Web Push (RFC 8030), verifies who sends (RFC 8292), decrypts as a
 * device does (RFC 8291), and misbehaves on request. Safe for use by many threads.
 */
public final class PushReceiver implements AutoCloseable {

    private static final int LARGEST = 4_096;

    @SuppressWarnings("TimeZoneUsage") // tokens are about real time
    private final Clock clock = Clock.systemUTC();
    private final LoopbackHttp http;
    private final Map<String, PushDevice> devices = new ConcurrentHashMap<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Mood mood = Mood.TAKES_ALL;

    private PushReceiver(LoopbackHttp http) {
        this.http = http;
    }

    /** How it answers. */
    public enum Mood {
        TAKES_ALL,
        /** 429, to be asked again after one second. */
        IS_BUSY,
        /** 500. */
        IS_BROKEN,
        /** 410: no device has a subscription any more. */
        HAS_LOST_ALL,
        /** Takes the push and hangs up before it answers. */
        TAKES_AND_HANGS_UP
    }

    /**
     * A push that a device has decrypted.
     *
     * @param topic what the sender calls it: a later one replaces an earlier one; empty if it did not say
     * @param text what the device shows
     */
    public record Push(String device, String topic, String urgency, long ttlSeconds, String text) {}

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
        receiver.http.serve(receiver::answer);
        return receiver;
    }

    /** A new device with a subscription. */
    public Subscription subscribe() {
        String name = "device-" + numbers.incrementAndGet();
        PushDevice device = PushDevice.create();
        devices.put(name, device);
        return new Subscription(URI.create(origin() + "/push/" + name), device.publicKey(), device.secret());
    }

    /** The scheme, host and port. */
    public String origin() {
        return "http://" + Loopback.HOST + ":" + http.port();
    }

    /** From now on it answers so. */
    public void becomes(Mood newMood) {
        mood = newMood;
    }

    /** What devices have decrypted, in the order in which it came. */
    public List<Push> pushes() {
        return List.copyOf(pushes);
    }

    /** The status of each answer, in order; 0 where it hung up. */
    public List<Integer> answers() {
        return List.copyOf(answers);
    }

    private LoopbackHttp.Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        int status = status(exchange, body);
        if (status == 0) {
            answers.add(0);
            exchange.close();
            throw new IOException("Hung up, as was asked for");
        }
        answers.add(status);
        return new LoopbackHttp.Answer(status, status == 429 ? Map.of("Retry-After", "1") : Map.of(), "");
    }

    private int status(HttpExchange exchange, byte[] body) {
        PushDevice device = devices.get(exchange.getRequestURI().getPath().replaceFirst("^/push/", ""));
        Headers headers = exchange.getRequestHeaders();
        if (device == null || mood == Mood.HAS_LOST_ALL) {
            return 410;
        }
        if (body.length > LARGEST) {
            return 413;
        }
        if (!PushSender.isAuthorised(headers.getFirst("Authorization"), origin(), clock.instant())) {
            return 403;
        }
        return switch (mood) {
            case IS_BUSY -> 429;
            case IS_BROKEN -> 500;
            case HAS_LOST_ALL -> 410;
            case TAKES_ALL -> take(exchange, device, body) ? 201 : 400;
            case TAKES_AND_HANGS_UP -> take(exchange, device, body) ? 0 : 400;
        };
    }

    private boolean take(HttpExchange exchange, PushDevice device, byte[] body) {
        Headers headers = exchange.getRequestHeaders();
        String ttl = headers.getFirst("TTL");
        if (ttl == null || !ttl.matches("\\d{1,9}") || !"aes128gcm".equals(headers.getFirst("Content-Encoding"))) {
            return false;
        }
        Optional<byte[]> text = device.decrypt(body);
        text.ifPresent(clear -> pushes.add(new Push(
                exchange.getRequestURI().getPath().replaceFirst("^/push/", ""), first(headers, "Topic"),
                first(headers, "Urgency"), Long.parseLong(ttl), new String(clear, StandardCharsets.UTF_8))));
        return text.isPresent();
    }

    private static String first(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        http.close();
    }
}
