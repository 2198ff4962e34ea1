package attune.system;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is let in: at the gateway, and at each service itself, because none of them trusts the way a request came. */
@ExtendWith(SharedHouse.class)
class DoorsIT {

    private final House house;

    DoorsIT(House house) {
        this.house = house;
    }

    private Map<String, URI> doors() {
        Map<String, URI> doors = new LinkedHashMap<>();
        doors.put("gateway to check-in service", house.gateway("/api/v1/check-ins"));
        doors.put("gateway to coach service", house.gateway("/api/v1/suggestions"));
        doors.put("gateway to notification service", house.gateway("/api/v1/notifications"));
        doors.put("check-in service", house.service("checkin-service", "/api/v1/check-ins"));
        doors.put("coach service", house.service("coach-service", "/api/v1/suggestions"));
        doors.put("notification service", house.service("notification-service", "/api/v1/notifications"));
        return doors;
    }

    @Test
    void refusesEveryForgedTokenAtEveryDoor() throws Exception {
        Map<String, String> forged = Forgery.all(house);
        SoftAssertions answers = new SoftAssertions();

        for (Map.Entry<String, URI> door : doors().entrySet()) {
            answers.assertThat(Web.get(door.getValue(), Forgery.good(house)).status())
                    .as("%s with a good token", door.getKey()).isEqualTo(200);
            answers.assertThat(Web.get(door.getValue(), null).status())
                    .as("%s without a token", door.getKey()).isEqualTo(401);
            for (Map.Entry<String, String> token : forged.entrySet()) {
                Web.Answer answer = Web.get(door.getValue(), token.getValue());
                answers.assertThat(answer.status()).as("%s with %s", door.getKey(), token.getKey()).isEqualTo(401);
                answers.assertThat(answer.header("www-authenticate")).as(token.getKey()).isPresent();
            }
        }
        answers.assertAll();
    }

    @Test
    void doesNotKnowOtherPeoplesThings() {
        Visitor owner = Visitor.newcomer(house);
        Visitor stranger = Visitor.newcomer(house);
        Visitor coachWithoutConsent = new Visitor(house, "coach-2");
        owner.consent();
        String conflict = Visitor.id();
        owner.put("/conflicts/" + conflict, Visitor.heatedConflict("mine alone")).expecting(201);
        await("a suggestion").atMost(House.LONG).until(() -> !owner.all("/suggestions").isEmpty());
        await("a notification").atMost(House.LONG).until(() -> !owner.all("/notifications").isEmpty());
        String suggestion = owner.all("/suggestions").getFirst().path("id").asString();
        String notification = owner.all("/notifications").getFirst().path("id").asString();
        await("the own conflict").atMost(House.LONG).until(() -> owner.get("/conflicts/" + conflict).status() == 200);

        List<Web.Answer> answers = List.of(
                stranger.get("/conflicts/" + conflict),
                stranger.get("/suggestions/" + suggestion),
                stranger.put("/suggestions/" + suggestion + "/answer", Map.of("answer", "done")),
                stranger.get("/notifications/" + notification),
                stranger.put("/notifications/" + notification + "/state", Map.of("state", "opened")),
                stranger.put("/conflicts/" + conflict + "/entries/" + Visitor.id(), Map.of("kind", "resolved")),
                coachWithoutConsent.get("/clients/" + owner.person() + "/feed"));

        assertThat(answers).extracting(Web.Answer::status).containsOnly(404);
        assertThat(answers).extracting(Web.Answer::body).noneMatch(body -> body.contains(owner.person()));
        assertThat(stranger.all("/conflicts")).isEmpty();
    }

    @Test
    void keepsEveryRoleInItsRooms() throws IOException {
        Visitor client = Visitor.newcomer(house);
        Visitor coach = new Visitor(house, "coach-2");

        assertThat(client.get("/caseload").status()).isEqualTo(403);
        assertThat(client.get("/clients/client-11/feed").status()).isIn(403, 404);
        assertThat(coach.put("/check-ins/" + Visitor.id(), Visitor.checkIn(3, "no")).status()).isEqualTo(403);
        assertThat(Web.get(house.gateway("/actuator/prometheus"), client.token()).status()).isIn(401, 403, 404);
    }
}
