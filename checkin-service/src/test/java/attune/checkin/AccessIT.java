package attune.checkin;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import attune.embedded.TestTokens;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class AccessIT {

    private static final String CHECK_INS = "/api/v1/check-ins";

    private final String path = CHECK_INS + "/" + UUID.randomUUID();

    @Test
    void showsStrangersTheSameAsWhatIsNotThere(Service service) {
        HttpResponse<String> put = service.put("client-1", path, "{\"mood\":3}");
        assertThat(service.get("client-1", path, put).statusCode()).isEqualTo(200);

        HttpResponse<String> stranger = service.get("client-2", path);
        HttpResponse<String> nothing = service.get("client-2", CHECK_INS + "/" + UUID.randomUUID());

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(withoutTrace(stranger)).isEqualTo(withoutTrace(nothing));
        assertThat(service.get("client-2", CHECK_INS).body()).doesNotContain(path.substring(CHECK_INS.length() + 1));
    }

    @Test
    void showsStrangersOfAConflictTheSameAsWhatIsNotThere(Service service) {
        String conflict = "/api/v1/conflicts/" + UUID.randomUUID();
        HttpResponse<String> put = service.put("client-1", conflict, "{\"about\":\"partner\"}");
        assertThat(service.get("client-1", conflict, put).statusCode()).isEqualTo(200);

        assertThat(withoutTrace(service.get("client-2", conflict)))
                .isEqualTo(withoutTrace(service.get("client-2", "/api/v1/conflicts/" + UUID.randomUUID())));
    }

    private static String withoutTrace(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void letsNobodyInWithoutAGoodToken(Service service, Surroundings surroundings) {
        TestTokens.Draft good = surroundings.identity().tokens().about("client-1");

        assertThat(service.send(service.request(CHECK_INS)).statusCode()).isEqualTo(401);
        assertThat(List.of(good.unsigned(), good.signedByAStranger(), good.lasting(Duration.ofHours(-1)).signed(),
                good.with("aud", "another").signed(), good.with("iss", "http://localhost:1/other").signed(),
                good.with("exp", null).signed()))
                .allSatisfy(token -> assertThat(service.send(withToken(service, token)).statusCode()).isEqualTo(401));
        assertThat(service.send(withToken(service, good.signed())).statusCode()).isEqualTo(200);
    }

    @Test
    void isForClientsOnly(Service service) {
        for (String person : List.of("coach-1", "ops-1")) {
            assertThat(service.get(person, CHECK_INS).statusCode()).isEqualTo(403);
            assertThat(service.put(person, path, "{\"mood\":3}").statusCode()).isEqualTo(403);
            assertThat(service.get(person, "/api/v1/me/consents").statusCode()).isEqualTo(403);
        }
        // Coaches are told of cases, so they choose how; operators are told of nothing.
        assertThat(service.get("coach-1", "/api/v1/me/preferences").statusCode()).isEqualTo(200);
        assertThat(service.get("ops-1", "/api/v1/me/preferences").statusCode()).isEqualTo(403);
    }

    @Test
    void isNoWayAroundThroughOddPaths(Service service) {
        for (String odd : List.of("//api/v1/check-ins", "/api/v1/check-ins/", "/API/v1/check-ins",
                "/api/v1/check-ins/..;/x", "/api/v1/%2e%2e/actuator/health", "/actuator/health")) {
            assertThat(service.get("client-1", odd).statusCode()).as(odd).isIn(400, 403, 404);
        }
    }

    @Test
    void refusesPeopleWhoseIdCannotStandOnTheLog(Service service, Surroundings surroundings) {
        String token = surroundings.identity().tokens().about("a/b").signed();

        assertThat(service.send(withToken(service, token)).statusCode()).isEqualTo(403);
    }

    private static HttpRequest.Builder withToken(Service service, String token) {
        return service.request(CHECK_INS).header("Authorization", "Bearer " + token);
    }
}
