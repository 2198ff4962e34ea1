package attune.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who comes in. */
class CallersTests extends RoomTests {

    @Test
    void knowsThePersonByTheirToken() {
        HttpResponse<String> answer = send(asClient("/api/v1/me"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("client-1");
    }

    @Test
    void refusesWhoHasNoToken() {
        HttpResponse<String> answer = send(request("/api/v1/me"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo("unauthenticated");
        assertThat(json(answer).path("traceId").asString()).hasSize(32);
    }

    @Test
    void refusesWhoLacksTheRole() {
        assertThat(send(asClient("/api/v1/caseload")).statusCode()).isEqualTo(403);
    }

    @Test
    void letsAnyoneInWhereHelpIs() {
        assertThat(send(request("/api/v1/support").header("Authorization", "Bearer old")).statusCode()).isEqualTo(200);
    }

    @Test
    void asksForTheKeysOnceForManyUnknownOnes() {
        send(asClient("/api/v1/me"));
        int before = PROVIDER.keyFetches();
        for (int i = 0; i < 200; i++) {
            String token = PROVIDER.sign(PROVIDER.header().keyID("unknown-" + i).build(),
                    PROVIDER.claims("client-1").build());
            assertThat(send(request("/api/v1/me").header("Authorization", "Bearer " + token)).statusCode())
                    .isEqualTo(401);
        }
        assertThat(PROVIDER.keyFetches() - before).isLessThanOrEqualTo(1);
    }
}
