package attune.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that wait for a position. */
@TestPropertySource(properties = "attune.http.position-wait=300ms")
class PositionTests extends RoomTests {

    @Test
    void isNotStaleWhenThePositionIsReached() {
        HttpResponse<String> answer = send(asClient("/api/v1/me").header("Attune-Position", "journal-3@1234"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Attune-Stale")).isEmpty();
    }

    @Test
    void goesOnStaleWhenItIsNotReachedInTime() {
        HttpResponse<String> answer = send(asClient("/api/v1/me")
                .header("Attune-Position", "journal-3@1, coaching-9@999999999999999999"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("client-1");
        assertThat(answer.headers().firstValue("Attune-Stale")).contains("true");
    }

    @Test
    void letsAWriteWaitForWhatItBuildsOn() {
        HttpResponse<String> answer = send(asClient("/api/v1/entries/019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01")
                .header("Content-Type", "application/json")
                .header("Attune-Position", "coaching-9@9")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"mood\":3}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Attune-Stale")).contains("true");
    }

    @Test
    void passesOverWhatIsNoPosition() {
        for (String value : new String[]{"x", "journal-3", "journal-3@-1", "journal-3@99999999999999999999",
                "a-1@1,".repeat(500) + "%", "'; drop"}) {
            HttpResponse<String> answer = send(asClient("/api/v1/support").header("Attune-Position", value));
            assertThat(answer.statusCode()).as(value).isEqualTo(200);
        }
    }

    @Test
    void letsNobodyWaitWhoMayNotRead() {
        assertThat(send(request("/api/v1/me").header("Attune-Position", "coaching-9@9")).headers()
                .firstValue("Attune-Stale")).isEmpty();
    }
}
