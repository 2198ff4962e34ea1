package attune.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Errors look alike, wherever they come from, and say nothing they should not. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests extends RoomTests {

    @Test
    void answersUnknownPathsMethodsAndForms() {
        assertProblem(send(asClient("/api/v1/nowhere")), 404, "not-found");
        assertProblem(send(asClient("/api/v1/me").DELETE()), 405, "method-not-allowed");
        assertProblem(send(asClient("/api/v1/items").header("Accept", "image/png")), 406, "not-acceptable");
        assertProblem(send(asClient("/api/v1/entries/0198b2a0-0000-7000-8000-000000000001")
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))), 415, "unsupported-media-type");
    }

    @Test
    void namesTheMethodsItKnows() {
        assertThat(send(asClient("/api/v1/me").DELETE()).headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void carriesOurOwnKinds() {
        HttpResponse<String> answer = send(asClient("/api/v1/taken"));
        assertProblem(answer, 409, "id-taken");
        assertThat(json(answer).path("type").asString()).isEqualTo("https://attune.example/problems/id-taken");
        assertThat(json(answer).path("detail").asString()).isEqualTo("Use a new id.");
    }

    @Test
    void saysNothingOfWhatBrokeInside(CapturedOutput log) {
        HttpResponse<String> answer = send(asClient("/api/v1/broken"));
        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "attune.http", "/api/v1");
        assertThat(log.getAll()).contains("IllegalStateException", json(answer).path("traceId").asString())
                .doesNotContain("secret words");
    }

    @Test
    void saysWhichPathValueIsFaulty() {
        HttpResponse<String> answer = put("/api/v1/entries/not-a-uuid", "{}");
        assertProblem(answer, 400, "invalid");
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo("id");
        assertThat(answer.body()).doesNotContain("not-a-uuid");
    }

    @Test
    void refusesTricksWithPaths() {
        for (String path : new String[]{"/api/v1//me", "/api/v1/..;/me", "/api/v1/%2e%2e/me", "/api/v1/me;a=b",
                "/api/v1/me%00", "/api/v1/me%0a"}) {
            assertThat(send(asClient(path)).statusCode()).as(path).isEqualTo(400);
        }
        for (String path : new String[]{"/api/v1/me/", "/API/v1/me", "/actuator/health", "/actuator/env",
                "/actuator/heapdump", "/v0"}) {
            assertThat(send(asClient(path)).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void overridesNoMethod() {
        assertThat(send(asClient("/api/v1/me").header("X-HTTP-Method-Override", "DELETE")).statusCode()).isEqualTo(200);
    }

    @Test
    void carriesTheHeadersOfAnApi() {
        for (HttpResponse<String> answer : List.of(send(asClient("/api/v1/me")), send(request("/nowhere")),
                send(asClient("/api/v1/broken")))) {
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).get().asString()
                    .contains("default-src 'none'");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "strict-transport-security",
                    "access-control-allow-origin");
        }
        assertThat(send(asClient("/api/v1/me").header("X-Forwarded-Proto", "https")).headers()
                .firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void allowsNoForeignOrigin() {
        for (String origin : new String[]{"https://evil.example", "null", "https://attune.example.evil.example"}) {
            HttpResponse<String> answer = send(asClient("/api/v1/me").header("Origin", origin));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("title").asString()).isNotBlank();
        assertThat(json(answer).path("detail").asString()).isNotBlank();
    }
}
