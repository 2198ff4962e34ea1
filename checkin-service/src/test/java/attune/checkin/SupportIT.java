package attune.checkin;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class SupportIT {

    private static final String PULSE = "/api/v1/measures/safety-pulse/answers/";

    private final OpenApi openApi = new OpenApi();

    @Test
    void showsLinesToEverybodyWithoutASignIn(Service service) {
        HttpResponse<String> answer = service.send(service.request("/api/v1/support?country=de"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(openApi.faults("Support", answer.body())).as(answer.body()).isEmpty();
        assertThat(Service.json(answer).at("/lines/0/phone").asString()).isEqualTo("112");
        assertThat(Service.json(answer).at("/lines/0/state").asString()).isEqualTo("unverified");
    }

    @Test
    void doesNotLookAtTokensThere(Service service) {
        assertThat(service.send(service.request("/api/v1/support").header("Authorization", "Bearer expired"))
                .statusCode()).isEqualTo(200);
    }

    @Test
    void speaksTheLanguageOfWhoAsks(Service service) {
        HttpResponse<String> german = service.send(
                service.request("/api/v1/support").header("Accept-Language", "de-AT, en;q=0.5"));
        HttpResponse<String> odd = service.send(
                service.request("/api/v1/support?country=%00%0a").header("Accept-Language", ";;q=x,,"));

        assertThat(german.headers().firstValue("Content-Language")).contains("de");
        assertThat(german.headers().firstValue("Vary").orElseThrow()).contains("Accept-Language");
        assertThat(Service.json(german).get("country").asString()).isEqualTo("AT");
        assertThat(odd.statusCode()).isEqualTo(200);
        assertThat(Service.json(odd).findValuesAsString("phone")).contains("112", "911");
    }

    @Test
    void givesSupportWithAnAnswerThatCallsForIt(Service service) {
        String path = PULSE + UUID.randomUUID();
        String body = "{\"answers\":{\"said\":5,\"understood\":5,\"fear\":1}}";
        HttpResponse<String> taken = service.put("client-31", path, body);
        JsonNode support = Service.json(taken).get("support");

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(openApi.faults("MeasureAnswers", taken.body())).as(taken.body()).isEmpty();
        assertThat(support.get("urgent").asBoolean()).isFalse();
        assertThat(support.get("says").size()).isGreaterThan(4);
        assertThat(Service.json(service.put("client-31", path, body)).get("support")).isEqualTo(support);
        assertThat(Service.json(service.get("client-31", "/api/v1/measures/safety-pulse/answers", taken))
                .at("/items/0").has("support")).isFalse();
    }

    @Test
    void givesSupportWithAConflictOfIdsToo(Service service) {
        String path = PULSE + UUID.randomUUID();
        service.put("client-31", path, "{\"answers\":{\"fear\":1}}");

        HttpResponse<String> other = service.put("client-31", path, "{\"answers\":{\"fear\":2}}");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(openApi.faults("Problem", other.body())).isEmpty();
        assertThat(Service.json(other).at("/support/lines").size()).isPositive();
    }

    @Test
    void knowsWhereSomebodyIsFromTheirPreferences(Service service) {
        service.put("client-32", "/api/v1/me/preferences", "{\"zone\":\"Europe/Zurich\",\"locale\":\"en-US\"}");

        HttpResponse<String> taken = service.put("client-32", PULSE + UUID.randomUUID(), "{\"answers\":{\"fear\":1}}");

        assertThat(Service.json(taken).at("/support/country").asString()).isEqualTo("CH");
    }

    @Test
    void givesNoneWhenNothingCallsForIt(Service service) {
        HttpResponse<String> pulse = service.put("client-31", PULSE + UUID.randomUUID(), "{\"answers\":{\"fear\":5}}");
        HttpResponse<String> checkIn = service.put("client-31", "/api/v1/check-ins/" + UUID.randomUUID(),
                "{\"mood\":4}");

        assertThat(Service.json(pulse).has("support")).isFalse();
        assertThat(Service.json(checkIn).has("support")).isFalse();
    }

    @Test
    void tellsOperatorsHowManyEntriesNobodyHasChecked(Service service) {
        String metrics = service.send(service.management("/actuator/prometheus")).body();

        assertThat(metrics).containsPattern("attune_support_lines\\{[^}]*state=\"unverified\"[^}]*} [1-9]")
                .containsPattern("attune_support_lines\\{[^}]*state=\"stale\"[^}]*} 0");
    }
}
