package attune.embedded;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Apple's push service as a sender sees it: HTTP/2, a signed provider token that is no older than an hour, devices that it
 * knows, and faults on request. Safe for use by many threads.
 */
public final class ApnsReceiver implements AutoCloseable {

    private static final String KEY_ID = "ATTUNEKEY1";
    private static final String TEAM = "ATTUNETEAM";
    private static final String TOPIC = "care.attune.app";
    private static final Duration OLDEST_TOKEN = Duration.ofHours(1);
    private static final int LARGEST = 4_096;

    private final InstantSource clock;
    private final KeyPair key;
    private final FaultSwitch faults = new FaultSwitch();
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> removed = new ConcurrentHashMap<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private @Nullable DisposableServer server;

    private ApnsReceiver(InstantSource clock, KeyPair key) {
        this.clock = clock;
        this.key = key;
    }

    /**
     * A push for a device.
     *
     * @param id what a repetition has too
     * @param collapseId a later one with the same replaces it on the device
     * @param expiration until when it is kept, in seconds since 1970
     * @param body the payload
     */
    public record Push(String device, String id, String collapseId, String expiration, String priority, String type,
            String body) {}

    /** What a sender has to know: the names by which it signs, and for which app. */
    public record Sender(String team, String keyId, String privateKey, String topic) {}

    /**
     * Starts it.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @param clock tells it how old a token is
     */
    public static ApnsReceiver start(int port, InstantSource clock) {
        Loopback.requireFree("The APNs receiver", port);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            ApnsReceiver receiver = new ApnsReceiver(clock, generator.generateKeyPair());
            receiver.server = HttpServer.create()
                    .host(Loopback.HOST)
                    .port(port)
                    .protocol(HttpProtocol.H2C)
                    .handle(receiver::answer)
                    .bindNow();
            return receiver;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** Where pushes go, without a slash at its end. */
    public URI origin() {
        return URI.create("http://" + Loopback.HOST + ":" + bound().port());
    }

    private DisposableServer bound() {
        if (server == null) {
            throw new IllegalStateException("Not started");
        }
        return server;
    }

    /** The sender that it believes; the key is PKCS#8 in base64. */
    public Sender sender() {
        return new Sender(TEAM, KEY_ID, Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()), TOPIC);
    }

    /** The token of a new device. */
    public String register() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        HexFormat hex = HexFormat.of();
        String device = hex.toHexDigits(one.getMostSignificantBits()) + hex.toHexDigits(one.getLeastSignificantBits())
                + hex.toHexDigits(other.getMostSignificantBits()) + hex.toHexDigits(other.getLeastSignificantBits());
        devices.add(device);
        return device;
    }

    /** The app was removed from a device at that time. */
    public void remove(String device, Instant at) {
        devices.remove(device);
        removed.put(device, at);
    }

    /** How it behaves. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What it has taken, in the order in which it came. */
    public List<Push> pushes() {
        return List.copyOf(pushes);
    }

    /** How many different provider tokens it has been shown. */
    public int tokens() {
        return tokens.size();
    }

    @Override
    public void close() {
        bound().disposeNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("")
                .delayElement(faults.slowness())
                .flatMap(body -> {
                    Reason reason = faulty(request, body);
                    if (faults.now() == Fault.DROPPING && reason.status() == 200) {
                        return hangUp(response);
                    }
                    response.status(reason.status());
                    String id = request.requestHeaders().get("apns-id");
                    response.header("apns-id", id == null ? UUID.randomUUID().toString() : id);
                    if (reason.status() == 429) {
                        response.header("Retry-After", "1");
                    }
                    return reason.status() == 200
                            ? response.send().then()
                            : response.sendString(Mono.just(JSONObjectUtils.toJSONString(reason.json()))).then();
                });
    }

    /** Each request has a channel of its own; the connection is the one behind it. */
    private static Mono<Void> hangUp(HttpServerResponse response) {
        response.withConnection(connection -> {
            Channel parent = connection.channel().parent();
            var _ = (parent == null ? connection.channel() : parent).close();
        });
        return Mono.never();
    }

    private Reason faulty(HttpServerRequest request, String body) {
        return switch (faults.now()) {
            case BUSY -> new Reason(429, "TooManyRequests", null);
            case BROKEN -> new Reason(503, "ServiceUnavailable", null);
            case GONE -> new Reason(410, "Unregistered", clock.instant());
            case OFF, SLOW, DROPPING -> take(request, body);
        };
    }

    private Reason take(HttpServerRequest request, String body) {
        HttpHeaders headers = request.requestHeaders();
        String device = request.uri().replaceFirst("^/3/device/", "");
        String refused = refused(headers);
        if (refused != null) {
            return new Reason(refused.endsWith("ProviderToken") ? 403 : 400, refused, null);
        }
        Instant gone = removed.get(device);
        if (gone != null) {
            return new Reason(410, "Unregistered", gone);
        }
        if (!devices.contains(device)) {
            return new Reason(400, "BadDeviceToken", null);
        }
        if (body.length() > LARGEST) {
            return new Reason(413, "PayloadTooLarge", null);
        }
        pushes.add(new Push(device, headers.get("apns-id", ""), headers.get("apns-collapse-id", ""),
                headers.get("apns-expiration", ""), headers.get("apns-priority", ""),
                headers.get("apns-push-type", ""), body));
        faults.hasTaken();
        return new Reason(200, "", null);
    }

    private @Nullable String refused(HttpHeaders headers) {
        String token = tokenFault(headers.get("authorization"));
        if (token != null) {
            return token;
        }
        if (!TOPIC.equals(headers.get("apns-topic"))) {
            return "DeviceTokenNotForTopic";
        }
        if (headers.get("apns-collapse-id", "").length() > 64) {
            return "BadCollapseId";
        }
        return headers.get("apns-id", "").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? null : "BadMessageId";
    }

    private @Nullable String tokenFault(@Nullable String authorization) {
        if (authorization == null) {
            return "MissingProviderToken";
        }
        try {
            String text = authorization.replaceFirst("^bearer ", "");
            SignedJWT token = SignedJWT.parse(text);
            tokens.add(text);
            if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
                    || !KEY_ID.equals(token.getHeader().getKeyID())
                    || !TEAM.equals(token.getJWTClaimsSet().getIssuer())
                    || !token.verify(new ECDSAVerifier((ECPublicKey) key.getPublic()))) {
                return "InvalidProviderToken";
            }
            Instant issued = token.getJWTClaimsSet().getIssueTime().toInstant();
            return issued.isBefore(clock.instant().minus(OLDEST_TOKEN)) ? "ExpiredProviderToken" : null;
        } catch (ParseException | JOSEException | RuntimeException _) {
            return "InvalidProviderToken";
        }
    }

    /**
     * What it says.
     *
     * @param since when the device was removed, if it was
     */
    private record Reason(int status, String word, @Nullable Instant since) {

        Map<String, Object> json() {
            return since == null
                    ? Map.of("reason", word)
                    : Map.of("reason", word, "timestamp", since.toEpochMilli());
        }
    }
}
