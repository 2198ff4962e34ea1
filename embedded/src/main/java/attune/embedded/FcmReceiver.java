package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import attune.embedded.LoopbackHttp.Answer;

/**
 * Firebase Cloud Messaging as a sender sees it: hands out access tokens for the assertions of its one service account,
 * takes messages in the form of HTTP v1 for devices that it knows, and misbehaves on request. Safe for use by many
 * threads.
 */
public final class FcmReceiver implements AutoCloseable {

    private static final String PROJECT = "attune-on-this-machine";
    private static final String ACCOUNT = "sender@" + PROJECT + ".example";
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final String SEND = "/v1/projects/" + PROJECT + "/messages:send";
    private static final String TOKEN = "/token";
    private static final int LARGEST = 4_096;
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final LoopbackHttp http;
    private final InstantSource clock;
    private final KeyPair key;
    private final FaultSwitch faults = new FaultSwitch();
    private final Set<String> devices = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> accessTokens = new ConcurrentHashMap<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    private FcmReceiver(LoopbackHttp http, InstantSource clock, KeyPair key) {
        this.http = http;
        this.clock = clock;
        this.key = key;
    }

    /**
     * A message for a device.
     *
     * @param device its registration token
     * @param collapseKey a later one with the same key replaces it; empty if the sender did not say
     * @param ttl how long it is kept, such as {@code 3600s}
     * @param text the title and the body
     */
    public record Message(String device, String collapseKey, String ttl, String priority, String text) {}

    /**
     * Starts it.
     *
     * @param port 1 to 65535, or 0 for any that is free
     * @param clock tells it how old a token is
     */
    public static FcmReceiver start(int port, InstantSource clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            FcmReceiver receiver = new FcmReceiver(LoopbackHttp.bind("FCM receiver", port), clock,
                    generator.generateKeyPair());
            FaultyReceiver send = new FaultyReceiver(receiver.new Service(), receiver.faults);
            receiver.http.serve(exchange -> TOKEN.equals(exchange.getRequestURI().getPath())
                    ? receiver.token(exchange)
                    : send.answer(exchange));
            return receiver;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /** Where messages go, without a slash at its end. */
    public URI origin() {
        return URI.create("http://" + Loopback.HOST + ":" + http.port());
    }

    /** The key file of its one service account, as Firebase hands it out. */
    public String serviceAccount() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return JSONObjectUtils.toJSONString(Map.of("type", "service_account", "project_id", PROJECT, "private_key_id",
                "1", "private_key", pem, "client_email", ACCOUNT, "token_uri", origin() + TOKEN));
    }

    /** The registration token of a new device. */
    public String register() {
        String device = "fcm-" + UUID.randomUUID();
        devices.add(device);
        return device;
    }

    /** The app was removed from a device. */
    public void remove(String device) {
        devices.remove(device);
    }

    /** How it behaves. Access tokens are handed out in any case. */
    public FaultSwitch faults() {
        return faults;
    }

    /** From now on no access token is good that was handed out before. */
    public void forgetAccessTokens() {
        accessTokens.clear();
    }

    /** What it has taken, in the order in which it came. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form = URLUtils.parseParameters(LoopbackHttp.body(exchange));
        String assertion = MultivaluedMapUtils.getFirstValue(form, "assertion");
        if (!"urn:ietf:params:oauth:grant-type:jwt-bearer".equals(
                MultivaluedMapUtils.getFirstValue(form, "grant_type")) || !isOurs(assertion)) {
            return Answer.json(400, JSONObjectUtils.toJSONString(Map.of("error", "invalid_grant")));
        }
        String token = UUID.randomUUID().toString();
        accessTokens.put(token, clock.instant().plus(LIFETIME));
        return Answer.json(200, JSONObjectUtils.toJSONString(
                Map.of("access_token", token, "token_type", "Bearer", "expires_in", LIFETIME.toSeconds())));
    }

    private boolean isOurs(@Nullable String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant now = clock.instant();
            Instant until = claims.getExpirationTime().toInstant();
            return jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && jwt.verify(new RSASSAVerifier((RSAPublicKey) key.getPublic()))
                    && ACCOUNT.equals(claims.getIssuer()) && claims.getAudience().contains(origin() + TOKEN)
                    && SCOPE.equals(claims.getStringClaim("scope"))
                    && until.isAfter(now) && !until.isAfter(now.plus(LIFETIME).plusSeconds(1));
        } catch (ParseException | JOSEException | RuntimeException _) {
            return false;
        }
    }

    private boolean isKnown(@Nullable String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        return accessTokens.getOrDefault(token, Instant.MIN).isAfter(clock.instant());
    }

    /** What the service itself does. */
    private final class Service implements Receiver {

        @Override
        public Answer take(HttpExchange exchange) throws IOException {
            String body = LoopbackHttp.body(exchange);
            if (!SEND.equals(exchange.getRequestURI().getPath())) {
                return error(404, "NOT_FOUND", "NOT_FOUND");
            }
            if (!isKnown(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return error(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR");
            }
            try {
                return body.length() > LARGEST ? invalid() : take(JSONObjectUtils.parse(body));
            } catch (ParseException | RuntimeException _) {
                return invalid();
            }
        }

        private Answer take(Map<String, Object> body) throws ParseException {
            Map<String, Object> message = JSONObjectUtils.getJSONObject(body, "message");
            String device = JSONObjectUtils.getString(message, "token");
            Map<String, Object> android = JSONObjectUtils.getJSONObject(message, "android");
            Map<String, Object> shown = JSONObjectUtils.getJSONObject(message, "notification");
            if (device == null || android == null || shown == null) {
                return invalid();
            }
            if (!devices.contains(device)) {
                return gone();
            }
            messages.add(new Message(device, String.valueOf(android.getOrDefault("collapse_key", "")),
                    String.valueOf(android.getOrDefault("ttl", "")),
                    String.valueOf(android.getOrDefault("priority", "")),
                    shown.get("title") + "\n" + shown.get("body")));
            return Answer.json(200, JSONObjectUtils.toJSONString(
                    Map.of("name", "projects/" + PROJECT + "/messages/" + messages.size())));
        }

        private static Answer invalid() {
            return error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT");
        }

        @Override
        public Answer busy() {
            return new Answer(429, FaultyReceiver.COME_AGAIN,
                    error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED").body());
        }

        @Override
        public Answer broken() {
            return error(503, "UNAVAILABLE", "UNAVAILABLE");
        }

        @Override
        public Answer gone() {
            return error(404, "NOT_FOUND", "UNREGISTERED");
        }

        private static Answer error(int code, String status, String reason) {
            return Answer.json(code, JSONObjectUtils.toJSONString(Map.of("error", Map.of("code", code, "status", status,
                    "details", List.of(Map.of("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError",
                            "errorCode", reason))))));
        }
    }
}
