package attune.checkin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class PeopleIT {

    private static final String CONSENTS = "/api/v1/me/consents";
    private static final String PREFERENCES = "/api/v1/me/preferences";
    private static final String IN_BERLIN = """
            {"zone":"Europe/Berlin","locale":"en","quietHours":{"from":"21:30","to":"08:00"},\
            "email":{"address":"anna@example.org","enabled":true}}""";

    @Test
    void letsNobodySeeAnythingBeforeItIsSaid(Service service) {
        assertThat(service.get("client-10", CONSENTS).body()).isEqualTo("{\"coach\":[],\"coaches\":[]}");
    }

    @Test
    void replacesConsentsAndKeepsTheCoach(Service service, Surroundings surroundings) {
        HttpResponse<String> first = service.put("client-11", CONSENTS,
                "{\"coach\":[\"text\",\"pulse\"],\"coaches\":[\"coach-1\"]}");
        long events = LogEnds.total(surroundings);
        HttpResponse<String> same = service.put("client-11", CONSENTS, "{\"coach\":[\"pulse\",\"text\"]}");
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);
        HttpResponse<String> less = service.put("client-11", CONSENTS, "{\"coach\":[]}");

        assertThat(List.of(first.statusCode(), same.statusCode(), less.statusCode())).containsOnly(200);
        assertThat(first.body()).isEqualTo("{\"coach\":[\"pulse\",\"text\"],\"coaches\":[\"coach-1\"]}");
        assertThat(same.body()).isEqualTo(first.body());
        assertThat(Service.position(same)).isEqualTo(Service.position(first));
        assertThat(service.get("client-11", CONSENTS, less).body())
                .isEqualTo("{\"coach\":[],\"coaches\":[\"coach-1\"]}");
    }

    @Test
    void asksWhichCoachIsMeant(Service service) {
        HttpResponse<String> answer = service.put("client-12", CONSENTS, "{\"coach\":[\"pulse\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("errors").get(0).get("pointer").asString()).isEqualTo("/coaches");
    }

    @Test
    void knowsWhatWasSaidOnceItIsFolded(Service service, Surroundings surroundings) {
        HttpResponse<String> put = service.put("client-13", CONSENTS,
                "{\"coach\":[\"conflicts\"],\"coaches\":[\"coach-1\",\"coach-2\"]}");
        service.get("client-13", CONSENTS, put);
        long events = LogEnds.total(surroundings);

        HttpResponse<String> again = service.put("client-13", CONSENTS, "{\"coach\":[\"conflicts\"]}");

        assertThat(again.body()).isEqualTo(put.body());
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);
    }

    @Test
    void replacesPreferencesAsAWhole(Service service) {
        HttpResponse<String> first = service.put("client-14", PREFERENCES, IN_BERLIN);
        HttpResponse<String> second = service.put("client-14", PREFERENCES, "{\"zone\":\"Asia/Kolkata\"}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo(IN_BERLIN);
        assertThat(service.get("client-14", PREFERENCES, second).body()).isEqualTo("{\"zone\":\"Asia/Kolkata\"}");
    }

    @Test
    void keepsEveryWishAsItWasSaid(Service service) {
        String wishes = "{\"zone\":\"Asia/Kolkata\",\"quietDays\":[{\"day\":\"friday\",\"hours\":{\"from\":\"23:00\",\"to\":\"10:00\"}},"
                + "{\"day\":\"sunday\"}],\"choices\":[{\"category\":\"suggestion\",\"channel\":\"push\",\"level\":\"digest\"}],"
                + "\"pausedUntil\":\"2026-12-01T08:00:00Z\",\"digest\":{\"day\":\"saturday\",\"at\":\"10:30\"},"
                + "\"discreet\":true,\"safetyAnytime\":true,"
                + "\"reminder\":{\"at\":\"19:30\",\"weekdays\":[\"monday\",\"thursday\"]}}";

        HttpResponse<String> put = service.put("client-20", PREFERENCES, wishes);

        assertThat(put.body()).isEqualTo(wishes);
        assertThat(service.get("client-20", PREFERENCES, put).body()).isEqualTo(wishes);
    }

    @Test
    void replacesOnlyWhatTheCallerHasSeen(Service service, Surroundings surroundings) {
        String before = tag(service.get("client-15", PREFERENCES));
        String berlin = tag(service.put("client-15", PREFERENCES, IN_BERLIN));
        long events = LogEnds.total(surroundings);

        HttpResponse<String> tooLate = service.send(
                service.putting("client-15", PREFERENCES, "{}").header("If-Match", before));
        HttpResponse<String> weak = service.send(
                service.putting("client-15", PREFERENCES, "{}").header("If-Match", "W/" + berlin));
        assertThat(List.of(tooLate.statusCode(), weak.statusCode())).containsOnly(412);
        assertThat(LogEnds.total(surroundings)).isEqualTo(events);

        HttpResponse<String> inTime = service.send(
                service.putting("client-15", PREFERENCES, "{\"locale\":\"de\"}").header("If-Match", berlin));
        assertThat(inTime.statusCode()).isEqualTo(200);
        assertThat(tag(inTime)).isNotEqualTo(berlin).isEqualTo(tag(service.get("client-15", PREFERENCES, inTime)));
    }

    @Test
    void letsOneWinWhenManyReplaceTheSameAtOnce(Service service) {
        String before = tag(service.put("client-16", PREFERENCES, IN_BERLIN));

        long replaced = IntStream.range(0, 20)
                .mapToObj(i -> service.sendLater(service
                        .putting("client-16", PREFERENCES, "{\"locale\":\"de-x-n" + i + "\"}")
                        .header("If-Match", before)))
                .toList().stream()
                .filter(one -> one.join().statusCode() == 200)
                .count();

        assertThat(replaced).isEqualTo(1);
    }

    @Test
    void namesEveryFaultyFieldOfPreferencesAndRepeatsNothing(Service service) {
        HttpResponse<String> answer = service.put("client-17", PREFERENCES, """
                {"zone":"+01:00","quietHours":{"from":"9pm"},"email":{"address":"a@b\\r\\nBcc: c@d"}}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Service.json(answer).get("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/zone",
                "/quietHours/from", "/quietHours/to", "/email/address");
        assertThat(answer.body()).doesNotContain("Bcc");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
