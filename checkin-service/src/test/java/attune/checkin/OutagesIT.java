package attune.checkin;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What happens while the log or the database is away; in surroundings of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String path = "/api/v1/check-ins/" + UUID.randomUUID();
    private Surroundings surroundings;
    private Service service;

    @BeforeAll
    void start() {
        surroundings = new Surroundings();
        service = new Service(surroundings, "checkin");
    }

    @AfterAll
    void stop() {
        service.close();
        surroundings.close();
    }

    @Test
    void keepsCheckInsWhenKafkaIsDown() {
        String known = "/api/v1/check-ins/" + UUID.randomUUID();
        HttpResponse<String> before = service.put("client-1", known, "{\"mood\":5}");
        assertThat(service.get("client-1", known, before).statusCode()).isEqualTo(200);

        surroundings.stopKafka();
        HttpResponse<String> away = service.put("client-1", path, "{\"mood\":2,\"note\":\"Keep this.\"}");

        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("1");
        assertThat(Service.json(away).get("code").asString()).isEqualTo("not-now");
        assertThat(service.get("client-1", known).statusCode()).isEqualTo(200);
        assertThat(service.put("client-1", known, "{\"mood\":5}").statusCode()).isEqualTo(200);
        assertThat(service.put("client-1", known, "{\"mood\":4}").statusCode()).isEqualTo(409);
        assertThat(service.isReady()).isTrue();
        givesSupportNevertheless("client-1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Service.json(
                service.send(service.management("/actuator/health"))).at("/components/binders/status").asString())
                .isEqualTo("DOWN"));

        surroundings.startKafkaAgain();
        HttpResponse<String> again = await().atMost(PATIENCE).until(
                () -> service.put("client-1", path, "{\"mood\":2,\"note\":\"Keep this.\"}"),
                answer -> answer.statusCode() != 503);

        assertThat(again.statusCode()).isIn(200, 201);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(service.get("client-1", path, again).body()).isEqualTo(again.body()));
        assertThat(Service.json(service.get("client-1", "/api/v1/check-ins", again)).get("items")
                .findValuesAsString("id")).containsOnlyOnce(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void doesNotTakeInWhatItCannotCompareWhileTheDatabaseIsAway() {
        Map<Integer, Long> before = LogEnds.of(surroundings);
        surroundings.stopMongo();

        HttpResponse<String> away = service.put("client-2", path, "{\"mood\":2}");

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("1");
        assertThat(service.isReady()).isFalse();
        givesSupportNevertheless("client-2");
        assertThat(LogEnds.of(surroundings)).isEqualTo(before);

        surroundings.startMongoAgain();
        HttpResponse<String> again = await().atMost(PATIENCE).until(
                () -> service.put("client-2", path, "{\"mood\":2}"), answer -> answer.statusCode() != 503);
        assertThat(again.statusCode()).isEqualTo(201);
        await().atMost(PATIENCE).until(service::isReady);
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(service.get("client-2", path, again).statusCode()).isEqualTo(200));
    }

    /** What somebody sent cannot be taken in, and they are told where help is all the same. */
    private void givesSupportNevertheless(String person) {
        HttpResponse<String> away = service.send(service
                .putting(person, "/api/v1/measures/hark/answers/" + UUID.randomUUID(), "{\"answers\":{\"hurt\":1}}")
                .header("Accept-Language", "de-DE"));
        HttpResponse<String> told = service.put(person, "/api/v1/check-ins/" + UUID.randomUUID(),
                "{\"mood\":1,\"note\":\"I am going to kill myself tonight.\"}");
        HttpResponse<String> draft = service.send(service.as(person, "/api/v1/statements/review")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"You hit me again last night.\"}")));
        HttpResponse<String> page = service.send(service.request("/api/v1/support?country=DE"));

        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(Service.json(told).at("/support/urgent").asBoolean()).as(told.body()).isTrue();
        assertThat(Service.json(told).at("/support/lines/0/type").asString()).isEqualTo("emergency");

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new OpenApi().faults("Problem", away.body())).as(away.body()).isEmpty();
        assertThat(Service.json(away).at("/support/says").size()).isGreaterThan(4);
        assertThat(Service.json(away).at("/support/country").asString()).isEqualTo("DE");
        assertThat(Service.json(away).at("/support/lines/0/type").asString()).isEqualTo("dv");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(200);
        assertThat(Service.json(draft).at("/support/lines").size()).isPositive();
        assertThat(page.statusCode()).isEqualTo(200);
    }
}
