package attune.checkin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class ConflictsIT {

    private static final String ABOUT_MONEY = """
            {"occurredAt":"2026-02-03T20:00:00+01:00","about":"partner","topic":"money","intensity":4,"arousal":4,
             "stillGoingOn":true,"whatHappened":"We shouted.","saidOrDone":["criticism","contempt"],
             "understood":2,"audience":["coach"]}""";

    private final String path = "/api/v1/conflicts/" + UUID.randomUUID();

    @Test
    void tellsTheStoryInItsOrder(Service service) {
        HttpResponse<String> opened = service.put("client-1", path, ABOUT_MONEY);
        HttpResponse<String> resolved = entry(service, """
                {"kind":"resolved","occurredAt":"2026-02-04T09:00:00+01:00","understood":4}""");
        HttpResponse<String> pause = entry(service, """
                {"kind":"time-out","occurredAt":"2026-02-03T20:10:00+01:00","minutes":30}""");

        assertThat(List.of(opened.statusCode(), resolved.statusCode(), pause.statusCode())).containsOnly(201);
        var story = Service.json(service.get("client-1", path, pause));
        assertThat(story.get("topic").asString()).isEqualTo("money");
        assertThat(story.get("entries").findValuesAsString("kind")).containsExactly("time-out", "resolved");
        assertThat(story.get("entries").get(0)).isEqualTo(Service.json(pause));
    }

    @Test
    void takesAnEntryForAConflictThatWasJustOpened(Service service) {
        var opening = service.sendLater(service.putting("client-1", path, ABOUT_MONEY));
        assertThat(opening.join().statusCode()).isEqualTo(201);

        assertThat(entry(service, "{\"kind\":\"note\",\"note\":\"At once.\"}").statusCode()).isEqualTo(201);
    }

    @Test
    void saysTheSameAgainForTheSameEntry(Service service, Surroundings surroundings) {
        service.put("client-1", path, ABOUT_MONEY);
        String entry = path + "/entries/" + UUID.randomUUID();
        HttpResponse<String> first = service.put("client-1", entry, "{\"kind\":\"understood\",\"understood\":3}");
        long events = LogEnds.total(surroundings);

        HttpResponse<String> again = service.put("client-1", entry, "{\"kind\":\"understood\",\"understood\":3}");
        HttpResponse<String> folded = service.send(
                service.putting("client-1", entry, "{\"kind\":\"understood\",\"understood\":3}")
                        .header("Attune-Position", Service.position(first)));
        HttpResponse<String> other = service.put("client-1", entry, "{\"kind\":\"understood\",\"understood\":4}");

        assertThat(List.of(again.statusCode(), folded.statusCode(), other.statusCode())).containsExactly(200, 200, 409);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);
    }

    @Test
    void takesNoEntryWithoutItsConflict(Service service, Surroundings surroundings) {
        long before = LogEnds.total(surroundings);

        HttpResponse<String> unknown = entry(service, "{\"kind\":\"resolved\"}");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(LogEnds.total(surroundings)).isEqualTo(before);
    }

    @Test
    void takesNoEntryForAConflictOfSomebodyElse(Service service) {
        HttpResponse<String> opened = service.put("client-1", path, ABOUT_MONEY);

        HttpResponse<String> stranger = service.send(service
                .putting("client-2", path + "/entries/" + UUID.randomUUID(), "{\"kind\":\"resolved\"}")
                .header("Attune-Position", Service.position(opened)));

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(Service.json(service.get("client-1", path, opened)).get("entries")).isEmpty();
    }

    @Test
    void asksToSendAgainWhenTheConflictMayNotBeFoldedYet(Service service) {
        HttpResponse<String> answer = service.send(service
                .putting("client-1", path + "/entries/" + UUID.randomUUID(), "{\"kind\":\"resolved\"}")
                .header("Attune-Position", "journal-0@999999999999"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void appendsOnceWhenManySendTheSameEntryAtOnce(Service service, Surroundings surroundings) {
        service.put("client-1", path, ABOUT_MONEY);
        long before = LogEnds.total(surroundings);
        String entry = path + "/entries/" + UUID.randomUUID();

        Map<Integer, Long> answers = IntStream.range(0, 50)
                .mapToObj(_ -> service.sendLater(service.putting("client-1", entry, "{\"kind\":\"reopened\"}")))
                .toList().stream()
                .map(one -> one.join().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(201, 1L, 200, 49L));
        assertThat(LogEnds.total(surroundings)).isEqualTo(before + 1);
    }

    @Test
    void endsAConflictThatIsFull(Service service) {
        HttpResponse<String> last = service.put("client-4", path, ABOUT_MONEY);
        for (int i = 0; i < 200; i++) {
            last = service.put("client-4", path + "/entries/" + UUID.randomUUID(), "{\"kind\":\"reopened\"}");
            assertThat(last.statusCode()).isEqualTo(201);
        }

        HttpResponse<String> full = service.send(service
                .putting("client-4", path + "/entries/" + UUID.randomUUID(), "{\"kind\":\"reopened\"}")
                .header("Attune-Position", Service.position(last)));

        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(Service.json(full).get("code").asString()).isEqualTo("conflict-full");
        assertThat(Service.json(service.get("client-4", path)).get("entries")).hasSize(200);
    }

    @Test
    void namesWhatDoesNotFitTheKind(Service service) {
        service.put("client-1", path, ABOUT_MONEY);

        HttpResponse<String> answer = entry(service, "{\"kind\":\"note\",\"minutes\":30,\"repair\":\"calm\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/minutes", "/repair", "/note");
    }

    @Test
    void listsConflictsNewestFirst(Service service) {
        service.put("client-6", "/api/v1/conflicts/" + UUID.randomUUID(),
                "{\"about\":\"work\",\"occurredAt\":\"2026-03-01T08:00:00Z\"}");
        HttpResponse<String> last = service.put("client-6", "/api/v1/conflicts/" + UUID.randomUUID(),
                "{\"about\":\"family\",\"occurredAt\":\"2025-12-31T08:00:00Z\"}");

        var page = Service.json(service.get("client-6", "/api/v1/conflicts", last));

        assertThat(page.get("items").findValuesAsString("about")).containsExactly("work", "family");
        assertThat(page.has("next")).isFalse();
    }

    private HttpResponse<String> entry(Service service, String body) {
        return service.put("client-1", path + "/entries/" + UUID.randomUUID(), body);
    }
}
