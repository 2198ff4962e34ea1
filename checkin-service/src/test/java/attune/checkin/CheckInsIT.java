package attune.checkin;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class CheckInsIT {

    private static final String ROUGH_EVENING = """
            {"occurredAt":"2026-01-23T21:04:00+01:00","about":"partner","mood":3,"energy":2,"safety":2,
             "understood":2,"words":["tense","lonely"],"note":"It was late.","audience":["coach"]}""";

    private final String path = "/api/v1/check-ins/" + UUID.randomUUID();

    @Test
    void givesBackWhatWasSaid(Service service) {
        HttpResponse<String> put = service.put("client-1", path, ROUGH_EVENING);

        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(service.get("client-1", path, put).body()).isEqualTo(put.body());
        assertThat(Service.json(put).get("occurredAt").asString()).isEqualTo("2026-01-23T21:04:00+01:00");
        assertThat(Service.json(put).get("words").get(1).asString()).isEqualTo("lonely");
    }

    @Test
    void saysTheSameAgainForTheSameContent(Service service, Surroundings surroundings) {
        HttpResponse<String> first = service.put("client-1", path, ROUGH_EVENING);
        long events = LogEnds.total(surroundings);

        HttpResponse<String> atOnce = service.put("client-1", path, ROUGH_EVENING);
        HttpResponse<String> folded = service.send(service.putting("client-1", path, ROUGH_EVENING)
                .header("Attune-Position", Service.position(first)));

        assertThat(List.of(atOnce.statusCode(), folded.statusCode())).containsOnly(200);
        assertThat(List.of(atOnce.body(), folded.body())).containsOnly(first.body());
        assertThat(Service.position(folded)).isEqualTo(Service.position(first));
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);
    }

    @Test
    void takesARetryWithoutATimeForTheSame(Service service) {
        HttpResponse<String> first = service.put("client-1", path, "{\"mood\":4}");

        HttpResponse<String> again = service.put("client-1", path, "{\"mood\":4}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Instant now = service.context().getBean(Clock.class).instant();
        assertThat(OffsetDateTime.parse(Service.json(first).get("occurredAt").asString()).toInstant())
                .isBetween(now.minusSeconds(60), now.plusSeconds(1));
    }

    @Test
    void keepsTheFirstWhenTheIdIsTaken(Service service) {
        HttpResponse<String> first = service.put("client-1", path, ROUGH_EVENING);

        HttpResponse<String> atOnce = service.put("client-1", path, "{\"mood\":4}");
        HttpResponse<String> folded = service.send(service.putting("client-1", path, "{\"mood\":4}")
                .header("Attune-Position", Service.position(first)));

        assertThat(atOnce.statusCode()).isEqualTo(409);
        assertThat(folded.statusCode()).isEqualTo(409);
        assertThat(Service.json(folded).get("code").asString()).isEqualTo("id-taken");
        assertThat(service.get("client-1", path, first).body()).isEqualTo(first.body());
    }

    @Test
    void letsTwoPeopleUseTheSameId(Service service) {
        HttpResponse<String> anna = service.put("client-1", path, "{\"mood\":1}");
        HttpResponse<String> ben = service.put("client-2", path, "{\"mood\":5}");

        assertThat(List.of(anna.statusCode(), ben.statusCode())).containsOnly(201);
        assertThat(Service.json(service.get("client-1", path, anna)).get("mood").intValue()).isEqualTo(1);
        assertThat(Service.json(service.get("client-2", path, ben)).get("mood").intValue()).isEqualTo(5);
    }

    @Test
    void appendsOnceWhenManySayTheSameAtOnce(Service service, Surroundings surroundings) {
        long before = LogEnds.total(surroundings);

        Map<Integer, Long> answers = all(IntStream.range(0, 50)
                .mapToObj(_ -> service.sendLater(service.putting("client-3", path, "{\"mood\":2}")))
                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 200, 49L));
        assertThat(LogEnds.total(surroundings)).isEqualTo(before + 1);
    }

    @Test
    void letsOneWinWhenManySayDifferentThingsAtOnce(Service service, Surroundings surroundings) {
        long before = LogEnds.total(surroundings);

        Map<Integer, Long> answers = all(IntStream.range(0, 50)
                .mapToObj(i -> service.sendLater(service.putting("client-3", path, "{\"mood\":" + (1 + i % 5) + "}")))
                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 200, 9L, 409, 40L));
        assertThat(LogEnds.total(surroundings)).isEqualTo(before + 1);
    }

    private static Map<Integer, Long> all(List<CompletableFuture<HttpResponse<String>>> sent) {
        return sent.stream()
                .map(one -> one.join().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    @Test
    void namesEveryFaultyFieldAndAppendsNothing(Service service, Surroundings surroundings) {
        long before = LogEnds.total(surroundings);

        HttpResponse<String> answer = service.put("client-1", path,
                "{\"about\":\"secret words\",\"energy\":9,\"words\":[\"\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/about", "/mood", "/energy", "/words/0");
        assertThat(answer.body()).doesNotContain("secret words");
        assertThat(LogEnds.total(surroundings)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mood\":{\"$gt\":\"\"}}", "{\"mood\":\"3\"}", "{\"mood\":3.5}", "{\"mood\":1e400}",
            "{\"mood\":3,\"personId\":\"client-2\"}", "{\"mood\":3,\"recordedAt\":\"2026-01-01T00:00:00Z\"}",
            "{\"mood\":3,\"mood\":4}", "{\"mood\":3} {}", "null", "[]", "", "{\"mood\":NaN}", "{\"mood\":true}",
            "{\"mood\":3,\"note\":\"\\ud83d\"}", "{\"mood\":3,\"note\":\"\\u0000\"}", "{\"mood\":3,\"_class\":\"x\"}",
            "{\"mood\":99999999999999999999}", "{\"mood\":3,\"words\":\"tense\"}", "{\"mood\":3,\"note\":[\"x\"]}"})
    void refusesWhatIsNoCheckIn(String body, Service service, Surroundings surroundings) {
        long before = LogEnds.total(surroundings);

        HttpResponse<String> answer = service.put("client-1", path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(LogEnds.total(surroundings)).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeOrNotJson(Service service) {
        assertThat(service.put("client-1", path, "{\"mood\":3,\"note\":\"" + "x".repeat(65_536) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(service.send(service.putting("client-1", path, "mood=3").setHeader("Content-Type", "text/plain"))
                .statusCode()).isEqualTo(415);
    }

    @Test
    void refusesIdsThatAreNone(Service service) {
        HttpResponse<String> answer = service.put("client-1", "/api/v1/check-ins/1-1-1-1-1", "{\"mood\":3}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("errors").get(0).get("parameter").asString()).isEqualTo("id");
    }

    @Test
    void listsNewestFirstWhateverCameLate(Service service) {
        Random random = new Random(7);
        List<String> times = IntStream.range(0, 45)
                .mapToObj(i -> "20%02d-%02d-%02dT12:00:00Z".formatted(20 + i % 6, 1 + random.nextInt(12),
                        1 + random.nextInt(28)))
                .toList();
        HttpResponse<String> last = service.get("client-5", "/api/v1/check-ins");
        for (String time : times) {
            last = service.put("client-5", "/api/v1/check-ins/" + UUID.randomUUID(),
                    "{\"mood\":3,\"occurredAt\":\"" + time + "\"}");
        }

        List<String> listed = new ArrayList<>();
        JsonNode page = Service.json(service.get("client-5", "/api/v1/check-ins?limit=7", last));
        listed.addAll(occurredAt(page));
        while (page.has("next")) {
            page = Service.json(service.get("client-5",
                    "/api/v1/check-ins?limit=7&cursor=" + page.get("next").asString()));
            listed.addAll(occurredAt(page));
        }

        assertThat(listed).isEqualTo(times.stream().sorted(Comparator.reverseOrder()).toList());
    }

    private static List<String> occurredAt(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("occurredAt").asString())
                .toList();
    }

    @Test
    void refusesCursorsAndLimitsThatAreNone(Service service) {
        assertThat(service.get("client-1", "/api/v1/check-ins?cursor=x").statusCode()).isEqualTo(400);
        assertThat(service.get("client-1", "/api/v1/check-ins?limit=101").statusCode()).isEqualTo(400);
    }

    @Test
    void doesNotWaitForeverForAPositionThatNeverComes(Service service) {
        HttpResponse<String> answer = service.send(service.putting("client-1", path, "{\"mood\":3}")
                .header("Attune-Position", "journal-0@999999999999"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Attune-Stale")).contains("true");
    }
}
