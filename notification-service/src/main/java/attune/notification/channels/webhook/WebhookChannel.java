package attune.notification.channels.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import attune.events.AttemptOutcome;
import attune.events.Channel;
import attune.notification.channels.Carried;
import attune.notification.channels.Carrier;
import attune.notification.channels.Gate;
import attune.notification.channels.Handover;
import attune.notification.channels.HttpAnswer;
import attune.notification.channels.Letter;
import attune.notification.channels.push.Endpoints;

/**
 * Tells other systems that there is a notification, and never what it says: its id, its category and the time, signed as
 * Standard Webhooks 1.0 says. {@code webhook-id} is the id of the notification, the same in every repetition. Blocks; safe
 * for use by many threads.
 */
public final class WebhookChannel implements Carrier {

    static final String PROVIDER = "webhook";

    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookChannel.class);
    private static final int GONE = 410;

    private final WebhookSettings settings;
    private final WebhookSecrets secrets;
    private final Endpoints endpoints;
    private final Gate gate;
    private final Clock clock;
    private final HttpClient http;
    private final JsonMapper json = new JsonMapper();

    WebhookChannel(WebhookSettings settings, WebhookSecrets secrets, Gate gate, Clock clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.endpoints = new Endpoints(settings.insideToo());
        this.gate = gate;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean isOn() {
        return secrets.isOn();
    }

    @Override
    public int atOnce() {
        return settings.atOnce();
    }

    /** Whether an address that somebody gave may be called; asks the name service. */
    boolean mayGoTo(String url) {
        return endpoints.read(url).filter(endpoints::isOutside).isPresent();
    }

    /** Each is told by itself: who took it, or refused it for good, is not asked again. It is over when none is left. */
    @Override
    public Carried carry(Letter letter) {
        WebhookAnswers answers = new WebhookAnswers(letter.answers(), clock.instant());
        for (Webhook webhook : letter.webhooks()) {
            if (answers.mayAsk(webhook.id())) {
                answers.add(webhook.id(), send(letter, webhook), clock.instant());
            }
        }
        return answers.carried(PROVIDER);
    }

    private Handover send(Letter letter, Webhook webhook) {
        URI url = endpoints.read(webhook.url().value()).filter(endpoints::isOutside).orElse(null);
        Instant now = clock.instant();
        String body = json.writeValueAsString(Map.of("type", "notification.created", "timestamp", now.toString(),
                "data", Map.of("id", letter.notification().toString(), "category", letter.category().wireName())));
        String seconds = Long.toString(now.getEpochSecond());
        String signatures = secrets.signatures(letter.person(), webhook.id(), webhook.sealedSecrets(now),
                letter.notification() + "." + seconds + "." + body).orElse(null);
        if (url == null || signatures == null) {
            return Handover.of(AttemptOutcome.PERMANENT_ERROR);
        }
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Attune")
                .header("webhook-id", letter.notification().toString())
                .header("webhook-timestamp", seconds)
                .header("webhook-signature", signatures)
                .POST(BodyPublishers.ofString(body))
                .build();
        return gate.through(url.getHost(), () -> ask(request));
    }

    /** Only the status counts: whatever else a receiver says is not read. */
    private Handover.Answered ask(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close();
            return meaning(response);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("A webhook did not answer");
            return Handover.of(AttemptOutcome.RETRYABLE_ERROR);
        }
    }

    /** Any success will do, only 410 says that it is gone, and redirects are not followed. */
    private Handover.Answered meaning(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return Handover.of(AttemptOutcome.ACCEPTED);
        }
        if (status == GONE) {
            return Handover.of(AttemptOutcome.INVALID_TARGET);
        }
        return status == 408 || status == 425 || status == 429 || status >= 500
                ? HttpAnswer.later(response.headers().firstValue("Retry-After").orElse(null), clock.instant())
                : Handover.of(AttemptOutcome.PERMANENT_ERROR);
    }
}
