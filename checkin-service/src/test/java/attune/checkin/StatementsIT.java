package attune.checkin;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class StatementsIT {

    private static final String PATH = "/api/v1/statements/review";

    private final OpenApi openApi = new OpenApi();

    @Test
    void saysWhatADraftHoldsAndKeepsNothing(Service service, Surroundings surroundings) {
        long events = LogEnds.total(surroundings);

        HttpResponse<String> answer = review(service,
                "{\"text\":\"You never help me with the dishes.\",\"about\":\"partner\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(openApi.faults("StatementReview", answer.body())).as(answer.body()).isEmpty();
        JsonNode review = Service.json(answer);
        assertThat(review.get("flags").findValuesAsString("flag")).contains("blame", "absolute");
        assertThat(review.at("/wordings/0/draft").asBoolean()).isTrue();
        assertThat(review.at("/wordings/0/text").asString()).contains("help me with the dishes");
        assertThat(review.has("support")).isFalse();
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);
    }

    @Test
    void givesSupportAndNoWordingToWhoReportsHarm(Service service) {
        HttpResponse<String> answer = review(service, "{\"text\":\"You hit me again last night.\"}");

        assertThat(openApi.faults("StatementReview", answer.body())).as(answer.body()).isEmpty();
        JsonNode review = Service.json(answer);
        assertThat(review.get("flags").findValuesAsString("flag")).containsExactly("harm-report");
        assertThat(review.get("wordings").size()).isZero();
        assertThat(review.at("/support/lines").size()).isPositive();
    }

    @Test
    void givesSupportToWhoSpeaksOfDying(Service service) {
        JsonNode review = Service.json(review(service, "{\"text\":\"I want to kill myself tonight.\"}"));

        assertThat(review.get("wordings").size()).isZero();
        assertThat(review.at("/support/urgent").asBoolean()).isTrue();
    }

    @Test
    void namesEachFaultyFieldAndNeverTheText(Service service) {
        assertRefused(service, "{}", "/text");
        assertRefused(service, "{\"text\":\"  \"}", "/text");
        assertRefused(service, "{\"text\":\"" + "a".repeat(4001) + "\"}", "/text");
        assertRefused(service, "{\"text\":\"Hello\",\"about\":\"boss\"}", "/about");
        assertThat(review(service, "{\"text\":\"secret\",\"more\":1}").body()).doesNotContain("secret");
        assertThat(review(service, "{\"text\":\"" + "a".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
    }

    @Test
    void asksForASignIn(Service service) {
        HttpRequest.Builder request = service.request(PATH).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Hello\"}"));

        assertThat(service.send(request).statusCode()).isEqualTo(401);
    }

    private void assertRefused(Service service, String body, String pointer) {
        HttpResponse<String> answer = review(service, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(openApi.faults("Problem", answer.body())).isEmpty();
        assertThat(Service.json(answer).get("errors").findValuesAsString("pointer")).contains(pointer);
    }

    private static HttpResponse<String> review(Service service, String body) {
        return service.send(service.putting("client-1", PATH, body).POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
