package attune.notification.channels.fcm;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the service account, each kept until shortly before its end. Safe for use by many threads. */
final class AccessTokens {

    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(5);
    private static final String GRANT = URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer",
            StandardCharsets.UTF_8);

    private final ServiceAccount account;
    private final HttpClient http;
    private final Duration timeout;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Access current;

    AccessTokens(ServiceAccount account, HttpClient http, Duration timeout, Clock clock) {
        this.account = account;
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A token that is good now.
     *
     * @throws IOException if none was to be had
     */
    String text() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Access known = current;
            if (known == null || !clock.instant().isBefore(known.until())) {
                known = fetch();
                current = known;
            }
            return known.text();
        } finally {
            lock.unlock();
        }
    }

    /** FCM does not take this one any more. */
    void isNoGood(String text) {
        Access known = current;
        if (known != null && known.text().equals(text)) {
            current = null;
        }
    }

    private Access fetch() throws IOException, InterruptedException {
        Instant now = clock.instant();
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(account.tokenUri())
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + GRANT + "&assertion=" + account.assertion(now)))
                .build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("No access token: " + answer.statusCode());
        }
        JsonNode body = json.readTree(answer.body());
        return new Access(body.path("access_token").asString(), now.plusSeconds(body.path("expires_in").asLong(0))
                .minus(BEFORE_ITS_END));
    }

    private record Access(String text, Instant until) {}
}
