package attune.notification;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import attune.events.NotificationId;
import attune.notification.TestRelay.Mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Operators have planned again what ended dead: what people wanted meanwhile counts, and the books add up. */
class RedriveIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Europe/Berlin";
    private static final String DEAD = "/api/v1/deliveries/dead";
    private static final String REDRIVES = "/api/v1/deliveries/redrives";

    @TempDir
    Path folder;

    private World world;
    private TestRelay relay;
    private Service service;

    @BeforeEach
    void start() {
        world = World.start(folder);
        relay = TestRelay.start(0);
        service = world.service("redrive", "--spring.mail.port=" + relay.port());
    }

    @AfterEach
    void stop() {
        service.close();
        relay.close();
        world.close();
    }

    @Test
    void plansAgainWhatWasDeadByWhatHoldsNow() {
        relay.becomes(Mood.REFUSES_THE_MAIL);
        NotificationId ada = dead("ada");
        NotificationId ben = dead("ben");
        NotificationId cia = dead("cia");
        relay.becomes(Mood.TAKES);
        world.writer.prefer("ben", ZONE, Quiet.later(world.clock, ZONE), null);
        assertThat(service.mark("cia", cia, "opened").statusCode()).isEqualTo(200);

        await().atMost(LONG).untilAsserted(() -> {
            HttpResponse<String> dry = redrive("{\"channel\":\"email\",\"dryRun\":true}");
            OpenApi.check("Redriven", dry.body());
            assertThat(plans(dry)).containsExactlyInAnyOrder("send", "end no-address", "end already-read");
        });
        assertThat(items(DEAD)).hasSize(3);
        assertThat(items(REDRIVES)).isEmpty();
        assertThat(relay.attempts()).hasSize(3);

        HttpResponse<String> redriven = redrive("{\"reason\":\"refused-by-provider\"}");

        assertThat(plans(redriven)).containsExactlyInAnyOrder("send", "end no-address", "end already-read");
        awaitEnd("ada", ada, "redriven email", "attempted email accepted", "ended email sent delivered");
        awaitEnd("ben", ben, "redriven email", "ended email muted no-address");
        awaitEnd("cia", cia, "redriven email", "ended email superseded already-read");
        assertThat(relay.taken()).containsExactly("<" + ada + "@attune.example>");
        assertThat(items(DEAD)).isEmpty();
        assertThat(items(REDRIVES)).hasSize(3).allMatch(one -> one.path("redrivenBy").asString("").equals("ops-1"));
        JsonNode ledger = Service.json(service.get("ops-1", "/api/v1/deliveries/ledger"));
        assertThat(ledger.path("difference").asInt(-1)).isZero();
        assertThat(ledger.path("lines").valueStream().filter(line -> line.path("channel").asString("").equals("email"))
                .mapToInt(line -> line.path("accepted").asInt()).sum()).isEqualTo(6);
    }

    @Test
    void doesItOnceHoweverOftenItIsAsked() {
        relay.becomes(Mood.REFUSES_THE_MAIL);
        NotificationId dan = dead("dan");
        await().atMost(LONG).until(() -> items(DEAD).size() == 1);
        String ids = "{\"ids\":[\"" + items(DEAD).getFirst().path("id").asString("") + "\",\"0-99999\",\"x\"]}";
        relay.becomes(Mood.TAKES);

        assertThat(plans(redrive(ids))).containsExactlyInAnyOrder("send", "not-found", "not-found");
        redrive(ids);
        await().atMost(LONG).untilAsserted(() -> assertThat(plans(redrive(ids)))
                .containsExactlyInAnyOrder("redriven-before", "not-found", "not-found"));

        awaitEnd("dan", dan, "redriven email", "attempted email accepted", "ended email sent delivered");
        assertThat(relay.taken()).hasSize(1);
    }

    @Test
    void canBeDeadOnceMoreAndPlannedOnceMore() {
        relay.becomes(Mood.REFUSES_THE_MAIL);
        NotificationId eve = dead("eve");
        await().atMost(LONG).until(() -> items(DEAD).size() == 1);
        redrive("{\"channel\":\"email\"}");
        awaitEnd("eve", eve, "redriven email", "attempted email permanent-error",
                "ended email dead refused-by-provider");
        await().atMost(LONG).until(() -> items(DEAD).size() == 1 && items(REDRIVES).size() == 1);
        relay.becomes(Mood.TAKES);

        redrive("{\"channel\":\"email\"}");

        awaitEnd("eve", eve, "redriven email", "attempted email accepted", "ended email sent delivered");
    }

    @Test
    void tellsOperatorsAloneAndNothingThatWasSaid() {
        relay.becomes(Mood.REFUSES_THE_ADDRESS);
        dead("fin");
        await().atMost(LONG).until(() -> items(DEAD).size() == 1);

        HttpResponse<String> page = service.get("ops-1", DEAD);
        OpenApi.check("DeadDeliveryPage", page.body());
        assertThat(items(DEAD).getFirst().path("attempts").asInt()).isEqualTo(1);
        assertThat(page.body()).doesNotContain("@", "Maren", "Streit");
        for (String person : List.of("client-1", "coach-1")) {
            assertThat(service.get(person, DEAD).statusCode()).isEqualTo(403);
            assertThat(service.get(person, REDRIVES).statusCode()).isEqualTo(403);
            assertThat(redrive(person, "{\"channel\":\"email\"}").statusCode()).isEqualTo(403);
        }
        for (String faulty : List.of("{}", "{\"dryRun\":true}", "{\"ids\":[],\"channel\":\"email\"}",
                "{\"channel\":\"inbox\"}", "{\"day\":\"yesterday\"}", "{\"reason\":\"bored\"}", "{\"ids\":[null]}")) {
            assertThat(redrive("ops-1", faulty).statusCode()).as(faulty).isEqualTo(400);
        }
        assertThat(items(DEAD)).hasSize(1);
    }

    private NotificationId dead(String person) {
        world.writer.prefer(person, ZONE, Quiet.later(world.clock, ZONE), person + "@attune.example");
        NotificationId id = world.writer.suggest(person);
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id))
                .contains("ended email dead refused-by-provider"));
        return id;
    }

    private void awaitEnd(String person, NotificationId id, String... steps) {
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id)).endsWith(steps));
    }

    private List<JsonNode> items(String path) {
        return Service.items(service.get("ops-1", path));
    }

    private HttpResponse<String> redrive(String body) {
        HttpResponse<String> response = redrive("ops-1", body);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private HttpResponse<String> redrive(String person, String body) {
        return service.send(service.request(person, DEAD + "/redrive").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> plans(HttpResponse<String> response) {
        return Service.items(response).stream()
                .map(item -> (item.path("plan").asString("") + " " + item.path("reason").asString("")).strip())
                .toList();
    }
}
