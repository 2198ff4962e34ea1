package attune.notification.channels.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import attune.events.AttemptOutcome;
import attune.events.DeliveryEvent.PushSubscribed;
import attune.events.NotificationId;
import attune.notification.channels.Gate;
import attune.notification.channels.Handover;
import attune.notification.channels.HttpAnswer;
import attune.notification.channels.Letter;
import attune.notification.channels.PushKey;
import attune.notification.messages.Words;

/**
 * Sends a push to a browser: encrypted for it (RFC 8291), signed (RFC 8292), with a topic by which its push service takes
 * a repetition for the same (RFC 8030). Blocks; safe for use by many threads.
 */
final class PushChannel {

    private static final Logger LOGGER = LoggerFactory.getLogger(PushChannel.class);
    private static final int TOKEN_MINUTES = 60;

    private final PushSettings settings;
    private final Gate gate;
    private final Clock clock;
    private final Endpoints endpoints;
    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();
    private final @Nullable VAPIDKeyPair keys;

    PushChannel(PushSettings settings, Gate gate, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
        this.endpoints = new Endpoints(settings.insideToo());
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.keys = settings.isOn() ? keys(settings) : null;
    }

    /** Whether there are keys for it. */
    boolean isOn() {
        return keys != null;
    }

    /** The name of all push services of browsers in metrics and on the log. */
    String provider() {
        return gate.provider();
    }

    /** The key that a device has to know to subscribe; empty if there are no pushes. */
    Optional<String> publicKey() {
        return Optional.ofNullable(keys).map(VAPIDKeyPair::extractPublicKeyInUncompressedFormAsString);
    }

    /** Whether pushes may go to an address that somebody gave; asks the name service. */
    boolean mayGoTo(String endpoint) {
        return endpoints.read(endpoint).filter(endpoints::isOutside).isPresent();
    }

    /** Asks the push service of a browser. {@code INVALID_TARGET} means that it takes no more. */
    Handover send(Letter letter, PushSubscribed device, Words shown) {
        String text = json.writeValueAsString(payload(letter.notification(), shown));
        URI endpoint = endpoints.read(device.endpoint().value()).filter(endpoints::isOutside).orElse(null);
        return endpoint == null || keys == null
                ? Handover.of(AttemptOutcome.PERMANENT_ERROR)
                : gate.through(endpoint.getHost(), () -> ask(endpoint, letter, device, text, keys));
    }

    /** Also a declarative push message: a phone can show it without running anything of ours. */
    private static Map<String, Object> payload(NotificationId notification, Words text) {
        return Map.of("web_push", 8030, "notification", Map.of("title", text.title(), "body", text.body(), "navigate",
                "/notifications/" + notification, "tag", notification.toString()));
    }

    private Handover.Answered ask(URI endpoint, Letter letter, PushSubscribed device, String text,
            VAPIDKeyPair signing) {
        try {
            HttpResponse<Void> response = http.send(
                    request(endpoint, letter, device, text, signing),
                    BodyHandlers.discarding());
            return HttpAnswer.of(response.statusCode(), response.headers().firstValue("Retry-After").orElse(null),
                    clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("A push service did not answer");
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        } catch (RuntimeException e) {
            // A key that is none: it will never be better. What the library says may repeat it.
            LOGGER.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("A push could not be encrypted");
            return Handover.of(AttemptOutcome.PERMANENT_ERROR);
        }
    }

    private HttpRequest request(URI endpoint, Letter letter, PushSubscribed device, String text, VAPIDKeyPair signing)
            throws IOException {
        EncryptedPushMessage sealed = MessageEncryptions.of().encrypt(
                UserAgentMessageEncryptionKeyInfo.of(device.publicKey().value(), device.secret().value()),
                PushMessage.ofUTF8(text));
        String who = signing.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURL(endpoint.toURL())
                .expiresAfter(TOKEN_MINUTES, TimeUnit.MINUTES)
                .subject(settings.contact())
                .build());
        return HttpRequest.newBuilder(endpoint)
                .timeout(settings.timeout())
                .header("Authorization", who)
                .header("Content-Encoding", sealed.contentEncoding())
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(PushKey.lasts(letter, settings.lasts(), clock.instant()).toSeconds()))
                .header("Urgency", PushKey.isUrgent(letter) ? "high" : "normal")
                .header("Topic", PushKey.of(letter))
                .POST(BodyPublishers.ofByteArray(sealed.toBytes()))
                .build();
    }

    private static VAPIDKeyPair keys(PushSettings settings) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return VAPIDKeyPairs.of(PrivateKeySources.ofPKCS8Bytes(base64.decode(settings.privateKey())),
                    PublicKeySources.ofX509Bytes(base64.decode(settings.publicKey())));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("attune.notification.push.private-key must be PKCS#8 and public-key "
                    + "X.509, both of P-256 and in base64", e);
        }
    }
}
