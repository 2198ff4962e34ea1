package attune.notification.channels.apns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.AttemptOutcome;
import attune.events.DevicePlatform;
import attune.notification.channels.Gate;
import attune.notification.channels.Handover;
import attune.notification.channels.HttpAnswer;
import attune.notification.channels.Letter;
import attune.notification.channels.Phone;
import attune.notification.channels.PhonePushes;
import attune.notification.channels.PushKey;

/**
 * Pushes to phones through APNs: one connection of HTTP/2 for many at once. A repetition has the same {@code apns-id} and
 * {@code apns-collapse-id}.
 */
final class ApnsPushes implements PhonePushes {

    private static final Logger LOGGER = LoggerFactory.getLogger(ApnsPushes.class);
    private static final int CONNECTIONS = 4;

    private final ApnsSettings settings;
    private final Gate gate;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http;
    private final @Nullable ApnsToken token;

    ApnsPushes(ApnsSettings settings, Gate gate, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
        this.token = settings.isOn() ? new ApnsToken(settings, clock) : null;
        HttpClient plain = HttpClient.create(ConnectionProvider.create("apns", CONNECTIONS))
                .responseTimeout(settings.timeout());
        this.http = "https".equals(settings.uri().getScheme())
                ? plain.protocol(HttpProtocol.H2).secure()
                : plain.protocol(HttpProtocol.H2C);
    }

    @Override
    public DevicePlatform platform() {
        return DevicePlatform.IOS;
    }

    @Override
    public String provider() {
        return gate.provider();
    }

    @Override
    public boolean isOn() {
        return token != null;
    }

    @Override
    public Handover send(Letter letter, Phone phone, String title, String body) {
        ApnsToken who = token;
        return who == null
                ? Handover.of(AttemptOutcome.PERMANENT_ERROR)
                : gate.through("", () -> ask(who, letter, phone, payload(letter, title, body)));
    }

    private Handover.Answered ask(ApnsToken who, Letter letter, Phone phone, String payload) {
        try {
            String first = who.text();
            Answer answer = post(first, letter, phone, payload);
            if (answer.says("ExpiredProviderToken")) {
                who.isTooOld(first);
                answer = post(who.text(), letter, phone, payload);
            }
            return read(answer, phone);
        } catch (RuntimeException e) {
            // What the client says may repeat the address, in which the token of the phone is.
            LOGGER.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("APNs did not answer");
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        }
    }

    private Answer post(String who, Letter letter, Phone phone, String payload) {
        Instant now = clock.instant();
        Duration lasts = PushKey.lasts(letter, settings.lasts(), now);
        Answer answer = http.headers(headers -> headers
                .set("authorization", "bearer " + who)
                .set("apns-topic", settings.topic())
                .set("apns-push-type", "alert")
                .set("apns-id", PushKey.of(letter, phone).toString())
                .set("apns-collapse-id", PushKey.of(letter))
                .set("apns-expiration", Long.toString(now.plus(lasts).getEpochSecond()))
                .set("apns-priority", PushKey.isUrgent(letter) ? "10" : "5")
                .set("content-type", "application/json"))
                .post()
                .uri(settings.uri().resolve("/3/device/" + phone.token().value()))
                .send(ByteBufFlux.fromString(Mono.just(payload)))
                .responseSingle((response, content) -> content.asString().defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders().get("retry-after"),
                                text.isEmpty() ? json.missingNode() : json.readTree(text))))
                .block(settings.timeout().multipliedBy(2));
        return Objects.requireNonNull(answer);
    }

    private Handover.Answered read(Answer answer, Phone phone) {
        if (answer.status() == 200) {
            return Handover.of(AttemptOutcome.ACCEPTED);
        }
        if (answer.status() == 410) {
            // Who has registered since is back: APNs will notice.
            Instant gone = Instant.ofEpochMilli(answer.body().path("timestamp").asLong(Long.MAX_VALUE));
            return Handover.of(phone.since().isBefore(gone)
                    ? AttemptOutcome.INVALID_TARGET
                    : AttemptOutcome.RETRYABLE_ERROR);
        }
        if (answer.says("BadDeviceToken") || answer.says("DeviceTokenNotForTopic")) {
            return Handover.of(AttemptOutcome.INVALID_TARGET);
        }
        if (answer.status() == 403) {
            LOGGER.error("APNs does not know our token: the key, its id and the team have to belong together");
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        }
        return HttpAnswer.of(answer.status(), answer.retryAfter(), clock.instant());
    }

    private String payload(Letter letter, String title, String body) {
        return json.writeValueAsString(Map.of("aps", Map.of("alert", Map.of("title", title, "body", body)),
                "notification", letter.notification().toString()));
    }

    private record Answer(int status, @Nullable String retryAfter, JsonNode body) {

        boolean says(String reason) {
            return body.path("reason").asString("").equals(reason);
        }
    }
}
