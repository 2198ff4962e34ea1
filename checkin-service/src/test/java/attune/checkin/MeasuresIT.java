package attune.checkin;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class MeasuresIT {

    private static final String PHQ = "/api/v1/measures/phq-2";

    private final OpenApi openApi = new OpenApi();

    @Test
    void saysWhatCanBeAnswered(Service service) {
        HttpResponse<String> all = service.get("client-33", "/api/v1/measures");
        HttpResponse<String> one = service.get("client-33", PHQ);

        assertThat(openApi.faults("Measures", all.body())).as(all.body()).isEmpty();
        assertThat(openApi.faults("Measure", one.body())).as(one.body()).isEmpty();
        assertThat(Service.json(all).get("items").size()).isEqualTo(4);
        assertThat(Service.json(one).has("asks")).isFalse();
        assertThat(service.get("client-33", "/api/v1/measures/other").statusCode()).isEqualTo(404);
        assertThat(service.send(service.request("/api/v1/measures")).statusCode()).isEqualTo(401);
    }

    @Test
    void takesAnswersOnceAndGivesThemBack(Service service) {
        String id = UUID.randomUUID().toString();
        String path = PHQ + "/answers/" + id;
        String body = "{\"occurredAt\":\"2026-03-01T08:00:00Z\",\"answers\":{\"interest\":2,\"down\":2}}";

        HttpResponse<String> taken = service.put("client-34", path, body);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(openApi.faults("MeasureAnswersToSend", body)).isEmpty();
        assertThat(openApi.faults("MeasureAnswers", taken.body())).as(taken.body()).isEmpty();
        assertThat(Service.json(taken).get("score").asDouble()).isEqualTo(4);
        assertThat(Service.json(taken).get("positive").asBoolean()).isTrue();
        assertThat(service.put("client-34", path, body).statusCode()).isEqualTo(200);
        assertThat(service.put("client-34", path, body.replace("2}", "1}")).statusCode()).isEqualTo(409);
        assertThat(service.put("client-34", path, "{\"answers\":{\"down\":9}}").statusCode()).isEqualTo(400);
        assertThat(service.put("client-34", path, body.replace("\"answers\"", "\"audience\":[\"partner\"],\"answers\""))
                .statusCode()).isEqualTo(400);

        HttpResponse<String> list = service.get("client-34", PHQ + "/answers", taken);
        assertThat(openApi.faults("MeasureAnswersList", list.body())).as(list.body()).isEmpty();
        assertThat(Service.json(list).get("items").findValuesAsString("id")).containsExactly(id);
        assertThat(Service.json(service.get("client-35", PHQ + "/answers", taken)).get("items").size()).isZero();
    }

    @Test
    void tellsAChangeFromNoise(Service service) {
        answer(service, "2026-01-01T08:00:00Z", 3, 3);
        answer(service, "2026-02-01T08:00:00Z", 1, 3);
        HttpResponse<String> last = answer(service, "2026-03-01T08:00:00Z", 1, 0);

        HttpResponse<String> change = service.get("client-36", PHQ + "/change", last);

        assertThat(openApi.faults("MeasureChange", change.body())).as(change.body()).isEmpty();
        JsonNode said = Service.json(change);
        assertThat(said.get("change").asString()).isEqualTo("recovered");
        assertThat(said.get("from").asDouble()).isEqualTo(6);
        assertThat(said.get("to").asDouble()).isEqualTo(1);
    }

    @Test
    void listsPageByPage(Service service) {
        for (int i = 1; i < 4; i++) {
            service.put("client-37", PHQ + "/answers/" + UUID.randomUUID(),
                    "{\"occurredAt\":\"2026-0" + i + "-01T08:00:00Z\",\"answers\":{\"down\":" + (i - 1) + "}}");
        }
        HttpResponse<String> last = service.put("client-37", PHQ + "/answers/" + UUID.randomUUID(),
                "{\"occurredAt\":\"2026-04-01T08:00:00Z\",\"answers\":{\"down\":3}}");

        JsonNode first = Service.json(service.get("client-37", PHQ + "/answers?limit=2", last));
        JsonNode second = Service.json(service.get("client-37",
                PHQ + "/answers?limit=2&cursor=" + first.get("next").asString(), last));

        assertThat(first.get("items").findValuesAsString("down")).containsExactly("3", "2");
        assertThat(second.get("items").findValuesAsString("down")).containsExactly("1", "0");
        assertThat(second.has("next")).isFalse();
    }

    private static HttpResponse<String> answer(Service service, String at, int interest, int down) {
        HttpResponse<String> taken = service.put("client-36", PHQ + "/answers/" + UUID.randomUUID(),
                "{\"occurredAt\":\"" + at + "\",\"answers\":{\"interest\":" + interest + ",\"down\":" + down + "}}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        return taken;
    }
}
