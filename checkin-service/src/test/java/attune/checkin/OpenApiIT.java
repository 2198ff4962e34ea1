package attune.checkin;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

/** Real answers against the document. */
@ExtendWith({NoBlocking.class, RunningService.class})
class OpenApiIT {

    private static final String CHECK_IN = """
            {"occurredAt":"2026-01-23T21:04:00+01:00","about":"partner","mood":3,"energy":2,"safety":2,
             "understood":2,"words":["tense","lonely"],"note":"It was late.","audience":["coach","partner"]}""";
    private static final String CONFLICT = """
            {"about":"partner","topic":"money","intensity":4,"arousal":4,"stillGoingOn":true,"whatHappened":"...",
             "saidOrDone":["criticism"],"understood":2,"audience":["coach"]}""";
    private static final String ENTRY = """
            {"kind":"repair-tried","repair":"calm","howReceived":4,"understood":3,"note":"We sat down."}""";
    private static final String CONSENTS = """
            {"coach":["pulse"],"coaches":["coach-1"]}""";
    private static final String PREFERENCES = """
            {"zone":"Europe/Berlin","locale":"en","quietHours":{"from":"21:30","to":"08:00"},
             "email":{"address":"anna@example.org"}}""";

    private final OpenApi openApi = new OpenApi();

    @Test
    void answersAsItIsWritten(Service service) {
        String conflict = "/api/v1/conflicts/" + UUID.randomUUID();
        HttpResponse<String> checkIn = put(service, "/api/v1/check-ins/" + UUID.randomUUID(), "CheckIn", CHECK_IN);
        put(service, conflict, "Conflict", CONFLICT);
        HttpResponse<String> entry = put(service, conflict + "/entries/" + UUID.randomUUID(), "Entry", ENTRY);
        put(service, "/api/v1/me/consents", "Consents", CONSENTS);
        put(service, "/api/v1/me/preferences", "Preferences", PREFERENCES);

        assertValid("CheckIns", service.get("client-30", "/api/v1/check-ins?limit=1", checkIn));
        assertValid("Conflicts", service.get("client-30", "/api/v1/conflicts", entry));
        assertValid("Conflict", service.get("client-30", conflict, entry));
        assertValid("Consents", service.get("client-30", "/api/v1/me/consents", entry));
        assertValid("Preferences", service.get("client-30", "/api/v1/me/preferences", entry));
    }

    @Test
    void answersFaultsAsItIsWritten(Service service) {
        String path = "/api/v1/check-ins/" + UUID.randomUUID();

        assertThat(openApi.faults("Problem", service.put("client-30", path, "{}").body())).isEmpty();
        assertThat(openApi.faults("Problem", service.get("client-30", path).body())).isEmpty();
        assertThat(openApi.faults("Problem", service.send(service.request(path)).body())).isEmpty();
    }

    @Test
    void showsItToEverybody(Service service) {
        HttpResponse<String> answer = service.send(service.request("/openapi.json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Service.json(answer)).isEqualTo(openApi.document());
    }

    private HttpResponse<String> put(Service service, String path, String schema, String body) {
        assertThat(openApi.faults(schema + "ToSend", body)).isEmpty();
        HttpResponse<String> answer = service.put("client-30", path, body);
        assertValid(schema, answer);
        return answer;
    }

    private void assertValid(String schema, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        assertThat(openApi.faults(schema, answer.body())).as(answer.body()).isEmpty();
    }
}
