package attune.gateway;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is passed on, and what comes back. */
class RoutingTests extends GatewayTests {

    @BeforeEach
    void forget() {
        CHECKIN.seen().clear();
        COACH.seen().clear();
    }

    @Test
    void leadsToTheRoomThatKnowsThePath() {
        HttpResponse<String> answer = send(as("client-1", "/api/v1/check-ins/1?limit=2&x=%20y")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"mood\":3}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        TestRoom.Seen seen = CHECKIN.seen().getFirst();
        assertThat(seen.method()).isEqualTo("PUT");
        assertThat(seen.uri()).isEqualTo("/api/v1/check-ins/1?limit=2&x=%20y");
        assertThat(seen.body()).isEqualTo("{\"mood\":3}");
        assertThat(seen.headers().get("authorization")).startsWith("Bearer ");
        send(as("client-1", "/api/v1/suggestions"));
        assertThat(COACH.seen()).hasSize(1);
    }

    @Test
    void passesOnNoForgedHeader() {
        send(as("client-1", "/api/v1/me/consents").header("X-User-Id", "client-2")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-User", "client-2")
                .header("X-Forwarded-Prefix", "/actuator")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-Original-URL", "/actuator/env")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "a=b")
                .header("Attune-Position", "journal-3@7")
                .header("If-None-Match", "\"1\"")
                .header("traceparent", "x".repeat(10_000)));
        TestRoom.Seen seen = CHECKIN.seen().getFirst();
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.headers()).containsOnlyKeys("authorization", "attune-position", "if-none-match", "traceparent",
                "host", "accept", "user-agent");
        assertThat(seen.headers().get("user-agent")).doesNotContain("Java");
        assertThat(seen.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void carriesOneTraceThroughTheHouse() {
        send(as("client-1", "/api/v1/check-ins").header("traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(CHECKIN.seen().getFirst().headers().get("traceparent"))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void letsOutOnlyWhatItKnowsAndEachHeaderOnce() {
        HttpResponse<String> answer = send(as("client-1", "/api/v1/check-ins"));
        assertThat(answer.headers().map()).doesNotContainKeys("server", "set-cookie", "access-control-allow-origin");
        for (String name : new String[]{"X-Content-Type-Options", "Content-Security-Policy", "Cache-Control", "ETag",
                "Attune-Position", "Content-Type"}) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
    }

    @Test
    void letsAPageOfARoomHaveItsOwnStyleAndNothingMore() {
        String own = "default-src 'none'; style-src 'sha256-" + "x".repeat(43) + "='; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'";
        assertThat(policyForAPageWith(own)).containsExactly(own);
        for (String more : new String[]{"", "default-src *", own + "; script-src 'self'", own + ", default-src *",
                own.replace("'sha256-" + "x".repeat(43) + "='", "'unsafe-inline'"),
                own.replace("form-action 'self'", "form-action *"), own.replace("; frame-ancestors 'none'", "")}) {
            assertThat(policyForAPageWith(more)).as(more)
                    .containsExactly("default-src 'none'; frame-ancestors 'none'");
        }
    }

    private List<String> policyForAPageWith(String policy) {
        return send(as("client-1", "/api/v1/check-ins/page").header("Attune-Position", policy)).headers()
                .allValues("Content-Security-Policy");
    }

    @Test
    void needsASignInForEveryRoom() {
        for (String path : new String[]{"/api/v1/check-ins", "/api/v1/suggestions", "/api/v1/notifications",
                "/api/v1/nowhere", "/api/v1"}) {
            assertProblem(send(request(path)), 401, "unauthenticated");
        }
        assertThat(CHECKIN.seen()).isEmpty();
    }

    @Test
    void letsAnyoneThroughToHelp() {
        assertThat(send(request("/api/v1/support")).statusCode()).isEqualTo(200);
        assertThat(send(request("/api/v1/support").header("Authorization", "Bearer old")).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAnyoneThroughToTheEndOfMails() {
        String path = "/api/v1/unsubscribe/abc-_1";
        assertProblem(send(request(path)), 503, "room-away");
        assertProblem(send(request(path).header("Authorization", "Bearer old")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))), 503, "room-away");
        assertProblem(send(request("/api/v1/unsubscribe/a/b")), 401, "unauthenticated");
        assertProblem(send(request("/api/v1/me/unsubscriptions")), 401, "unauthenticated");
        assertProblem(send(as("client-1", "/api/v1/me/unsubscriptions")), 503, "room-away");
        assertThat(CHECKIN.seen()).isEmpty();
    }

    @Test
    void leadsNowhereElse() {
        for (String path : new String[]{"/actuator", "/actuator/health", "/actuator/gateway/routes", "/openapi.json",
                "/v0", "/API/v1/check-ins", "/api/v2/check-ins", "/api/v1/check-insx", "/api/v1/actuator/env"}) {
            assertThat(send(as("client-1", path)).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : new String[]{"/api/v1/check-ins/..;/actuator", "/api/v1//check-ins",
                "/api/v1/check-ins/%2e%2e/%2e%2e/actuator/env", "/api/v1/check-ins/%2factuator",
                "/api/v1/check-ins;/actuator", "/api/v1/check-ins/%5c..%5cactuator", "/api/v1/check-ins/%00"}) {
            assertThat(send(as("client-1", path)).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(CHECKIN.seen()).isEmpty();
    }

    @Test
    void speaksNoOtherMethods() {
        assertProblem(send(as("client-1", "/api/v1/check-ins").method("TRACE", BodyPublishers.noBody())), 405,
                "method-not-allowed");
        assertProblem(send(as("client-1", "/api/v1/check-ins").method("PROPFIND", BodyPublishers.noBody())), 405,
                "method-not-allowed");
    }

    @Test
    void allowsNoForeignOrigin() {
        for (String origin : new String[]{"https://evil.example", "null", "http://127.0.0.1.evil.example"}) {
            HttpResponse<String> answer = send(as("client-1", "/api/v1/check-ins").header("Origin", origin));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            HttpRequest.Builder preflight = request("/api/v1/check-ins").header("Origin", origin)
                    .header("Access-Control-Request-Method", "PUT")
                    .method("OPTIONS", BodyPublishers.noBody());
            assertThat(send(preflight).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void saysThatARoomIsAway() {
        HttpResponse<String> answer = send(as("client-1", "/api/v1/notifications"));
        assertProblem(answer, 503, "room-away");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertProblem(send(as("client-1", "/api/v1/me/cut")), 503, "room-away");
        assertProblem(send(as("client-1", "/api/v1/me/reset")), 503, "room-away");
    }

    @Test
    void saysThatARoomIsSlow() {
        HttpResponse<String> answer = send(as("client-1", "/api/v1/me/slow"));
        assertProblem(answer, 504, "room-slow");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void keepsStreamsOpenLongerThanAnswersMayTake() throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(
                as("coach-1", "/api/v1/feed/stream").header("Last-Event-ID", "7").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("data: 15\n") < 0) {
                text.append((char) body.read());
            }
            assertThat(text).startsWith("data: from 7\n\n");
        }
    }

    @Test
    void boundsBodiesSaidOrUnsaid() {
        byte[] large = "x".repeat(65 * 1024).getBytes(StandardCharsets.US_ASCII);
        assertProblem(send(as("client-1", "/api/v1/check-ins/1").PUT(BodyPublishers.ofByteArray(large))), 413,
                "too-large");
        assertProblem(send(as("client-1", "/api/v1/check-ins/1").PUT(BodyPublishers
                .ofInputStream(() -> new ByteArrayInputStream(large)))), 413, "too-large");
        byte[] right = "x".repeat(60 * 1024).getBytes(StandardCharsets.US_ASCII);
        assertThat(send(as("client-1", "/api/v1/check-ins/1").PUT(BodyPublishers
                .ofInputStream(() -> new ByteArrayInputStream(right)))).statusCode()).isEqualTo(200);
        assertThat(CHECKIN.seen().getLast().body()).hasSize(60 * 1024);
    }
}
