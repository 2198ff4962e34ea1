package attune.system;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People who need people get them, through all rooms of the system. */
@ExtendWith(SharedHouse.class)
class CareIT {

    private final Visitor coach;
    private final House house;

    CareIT(House house) {
        this.house = house;
        this.coach = new Visitor(house, "coach-1");
    }

    @Test
    void asksACoachAfterAPositiveHarkAndPausesWhatCouldHarm() {
        Visitor client = Visitor.newcomer(house);
        client.consent();

        Web.Answer answers = client.put("/measures/hark/answers/" + Visitor.id(),
                Map.of("answers", Map.of("humiliated", 1, "afraid", 1, "forced", 0, "hurt", 0)));

        assertThat(answers.status()).as(answers.body()).isEqualTo(201);
        assertThat(answers.json().at("/support/lines").size()).isPositive();
        JsonNode asked = coach.awaitCaseOf(client);
        assertThat(asked.path("tier").asString()).isEqualTo("s2");
        await("a notice in the coach's inbox").atMost(House.LONG).until(() -> coach
                .notificationAbout(asked.path("id").asString()).isPresent());
        String conflict = Visitor.id();
        client.put("/conflicts/" + conflict, Visitor.heatedConflict("about the dishes")).expecting(201);
        await("that something was held back").atMost(House.LONG).until(() -> feed(client)
                .contains("suggestion-blocked"));
        assertThat(client.all("/suggestions")).as("what is for the client alone").allSatisfy(one -> assertThat(
                one.path("title").asString() + one.path("body") + one.path("steps"))
                .doesNotContainIgnoringCase("partner").doesNotContainIgnoringCase("each other"));
    }

    @Test
    void asksACoachAtOnceWhenLivesAreInDanger() {
        Visitor client = Visitor.newcomer(house);
        client.consent();

        Web.Answer told = client.put("/check-ins/" + Visitor.id(),
                Visitor.checkIn(1, "I have the pills here and I am going to kill myself tonight."));

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.json().at("/support/urgent").asBoolean()).isTrue();
        String id = coach.awaitCaseOf(client).path("id").asString();
        assertThat(coach.get("/cases/" + id).expecting(200).json().path("findings").toString()).contains("pills");
        await("a notice in the coach's inbox").atMost(House.LONG).until(() -> coach.notificationAbout(id)
                .isPresent());
        coach.put("/cases/" + id + "/acknowledgement", Map.of()).expecting(201);
        assertThat(coach.get("/cases/" + id).expecting(200).json().path("state").asString())
                .isEqualTo("acknowledged");
        assertThat(client.all("/suggestions")).isEmpty();
        Visitor.newcomer(house).get("/cases/" + id).expecting(403);
    }

    private String feed(Visitor client) {
        return coach.all("/clients/" + client.person() + "/feed").toString();
    }
}
