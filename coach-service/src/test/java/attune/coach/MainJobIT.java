package attune.coach;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import attune.events.ConflictId;
import attune.events.Position;
import attune.http.kit.NoBlocking;

import static attune.coach.Told.aConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the journal to the client: something is told, a suggestion comes, the client answers. */
@ExtendWith(NoBlocking.class)
class MainJobIT {

    private static RunningService service;
    private static Journal journal;

    @BeforeAll
    static void start() {
        service = RunningService.onDatabase("main-job");
        journal = new Journal();
    }

    @AfterAll
    static void stop() {
        journal.close();
        service.close();
    }

    @Test
    void suggestsATimeOutToWhoIsWorkedUp() {
        ConflictId conflict = tellHeatedConflict("client-1");

        JsonNode suggestion = service.firstSuggestion("client-1");

        assertThat(suggestion.get("rule").asString()).isEqualTo("R02");
        assertThat(suggestion.get("why").asString())
                .isEqualTo("You said the argument is still going on and you feel worked up (5 of 5).");
        assertThat(suggestion.get("state").asString()).isEqualTo("offered");
        assertThat(suggestion.get("about").get("id").asString()).isEqualTo(conflict.toString());
        assertThat(suggestion.get("steps").size()).isPositive();
    }

    @Test
    void keepsAnAnswerOnceAndLetsALaterOneReplaceIt() {
        tellHeatedConflict("client-2");
        String id = service.firstSuggestion("client-2").get("id").asString();

        answer("client-2", id, "{\"answer\": \"will-do\"}").expectStatus().isCreated()
                .expectHeader().valueMatches("Attune-Position", "coaching-[0-9]+@[0-9]+");
        answer("client-2", id, "{\"answer\": \"will-do\"}").expectStatus().isOk()
                .expectHeader().doesNotExist("Attune-Position");
        String position = String.valueOf(answer("client-2", id, "{\"answer\": \"done\", \"helpful\": 4}")
                .expectStatus().isOk().returnResult(Void.class).getResponseHeaders().getFirst("Attune-Position"));

        JsonNode answered = service.read("client-2", "/api/v1/suggestions/" + id, Position.parse(position));
        assertThat(answered.get("state").asString()).isEqualTo("answered");
        assertThat(answered.get("answer").get("answer").asString()).isEqualTo("done");
        assertThat(answered.get("answer").get("helpful").asInt()).isEqualTo(4);
    }

    @Test
    void countsEachDecisionOnce() {
        tellHeatedConflict("client-5");
        service.firstSuggestion("client-5");

        MeterRegistry metrics = service.bean(MeterRegistry.class);
        await().untilAsserted(() -> assertThat(metrics.find("attune.suggestions").tag("outcome", "created").counters())
                .extracting(Counter::count).asInstanceOf(InstanceOfAssertFactories.list(Double.class))
                .satisfies(created -> assertThat(created.stream().mapToDouble(Double::doubleValue).sum())
                        .isPositive()
                        .isEqualTo(metrics.get("attune.append").tags("event_type", "suggestion.offered.v1", "outcome",
                                "appended").counter().count())));
    }

    @Test
    void doesNotKnowOtherPeoplesSuggestions() {
        tellHeatedConflict("client-3");
        String id = service.firstSuggestion("client-3").get("id").asString();

        service.as("client-4").get().uri("/api/v1/suggestions/" + id).exchange().expectStatus().isNotFound();
        answer("client-4", id, "{\"answer\": \"done\"}").expectStatus().isNotFound();
        answer("client-4", "not-an-id", "{\"answer\": \"done\"}").expectStatus().isNotFound();
        service.as("coach-1").get().uri("/api/v1/suggestions").exchange().expectStatus().isForbidden();
    }

    @Test
    void namesTheFaultsOfAnAnswer() {
        answer("client-1", "01930000-0000-7000-8000-000000000000", "{\"answer\": \"maybe\", \"helpful\": 9}")
                .expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer").isEqualTo("/answer")
                .jsonPath("$.errors[1].pointer").isEqualTo("/helpful");
    }

    private static ConflictId tellHeatedConflict(String person) {
        Told.ConflictStory story = aConflict().arousal(5).goingOn();
        journal.append(person, story.event());
        return story.id();
    }

    private static WebTestClient.ResponseSpec answer(String person, String id, String body) {
        return service.as(person).put().uri("/api/v1/suggestions/{id}/answer", id)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
