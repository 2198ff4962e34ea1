package attune.notification.channels.fcm;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
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
 * Pushes to phones through FCM. FCM has no key by which it drops a repetition; {@code collapse_key} and {@code tag} make
 * it take the place of the first, on its servers and on the phone.
 */
final class FcmPushes implements PhonePushes {

    private static final Logger LOGGER = LoggerFactory.getLogger(FcmPushes.class);

    private final FcmSettings settings;
    private final Gate gate;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http;
    private final @Nullable ServiceAccount account;
    private final @Nullable AccessTokens tokens;

    FcmPushes(FcmSettings settings, Gate gate, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.account = settings.isOn() ? ServiceAccount.read(settings.serviceAccount()) : null;
        this.tokens = account == null ? null : new AccessTokens(account, http, settings.timeout(), clock);
    }

    @Override
    public DevicePlatform platform() {
        return DevicePlatform.ANDROID;
    }

    @Override
    public String provider() {
        return gate.provider();
    }

    @Override
    public boolean isOn() {
        return tokens != null;
    }

    @Override
    public Handover send(Letter letter, Phone phone, String title, String body) {
        return account == null || tokens == null
                ? Handover.of(AttemptOutcome.PERMANENT_ERROR)
                : gate.through("", () -> ask(account, tokens, payload(letter, phone, title, body)));
    }

    private Handover.Answered ask(ServiceAccount sender, AccessTokens access, String payload) {
        try {
            String token = access.text();
            HttpResponse<String> response = http.send(HttpRequest
                    .newBuilder(settings.uri().resolve("/v1/projects/" + sender.project() + "/messages:send"))
                    .timeout(settings.timeout())
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(payload))
                    .build(), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                access.isNoGood(token);
                return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
            }
            return read(response);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        } catch (IOException | JacksonException e) {
            LOGGER.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("FCM did not answer");
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        }
    }

    private Handover.Answered read(HttpResponse<String> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        return switch (response.statusCode() == 200 ? "" : reason(response.body())) {
            case "UNREGISTERED" -> Handover.of(AttemptOutcome.INVALID_TARGET);
            case "QUOTA_EXCEEDED", "UNAVAILABLE", "INTERNAL" -> HttpAnswer.later(retryAfter, clock.instant());
            // 404 without UNREGISTERED speaks of the project, not of the phone.
            default -> response.statusCode() == 404
                    ? Handover.of(AttemptOutcome.PERMANENT_ERROR)
                    : HttpAnswer.of(response.statusCode(), retryAfter, clock.instant());
        };
    }

    private String reason(String body) {
        try {
            return json.readTree(body).path("error").path("details").valueStream()
                    .map(detail -> detail.path("errorCode").asString(""))
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (JacksonException _) {
            return "";
        }
    }

    private String payload(Letter letter, Phone phone, String title, String body) {
        String key = PushKey.of(letter);
        return json.writeValueAsString(Map.of("message", Map.of(
                "token", phone.token().value(),
                "notification", Map.of("title", title, "body", body),
                "data", Map.of("notification", letter.notification().toString()),
                "android", Map.of(
                        "collapse_key", key,
                        "priority", PushKey.isUrgent(letter) ? "HIGH" : "NORMAL",
                        "ttl", PushKey.lasts(letter, settings.lasts(), clock.instant()).toSeconds() + "s",
                        "notification", Map.of("tag", key)))));
    }
}
