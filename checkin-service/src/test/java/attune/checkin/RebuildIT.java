package attune.checkin;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** In surroundings of its own, because two instances with different databases must not share a log. */
class RebuildIT {

    private static final String RESOLVED = "{\"kind\":\"resolved\"}";

    private final String conflict = "/api/v1/conflicts/" + UUID.randomUUID();
    private final String entry = conflict + "/entries/" + UUID.randomUUID();

    @Test
    void rebuildsTheHistoryFromTheLogAndAppendsNothing() {
        try (Surroundings surroundings = new Surroundings()) {
            String position;
            List<String> before;
            try (Service service = new Service(surroundings, "checkin")) {
                position = Service.position(tell(service));
                before = history(service, position);
            }
            Map<Integer, Long> events = LogEnds.of(surroundings);

            try (Service service = new Service(surroundings, "checkin-rebuilt")) {
                // It knows nothing yet, and says so instead of that there is no such conflict.
                assertThat(service.put("client-20", entry, RESOLVED).statusCode()).isIn(200, 503);
                assertThat(history(service, position)).isEqualTo(before);
                assertThat(before).noneMatch(answer -> answer.startsWith("404"));
            }

            assertThat(LogEnds.of(surroundings)).isEqualTo(events);
        }
    }

    private HttpResponse<String> tell(Service service) {
        service.put("client-20", conflict, "{\"about\":\"friend\",\"occurredAt\":\"2026-04-01T10:00:00Z\"}");
        service.put("client-20", entry, RESOLVED);
        service.put("client-20", "/api/v1/me/preferences", "{\"locale\":\"de\"}");
        service.put("client-20", "/api/v1/me/consents", "{\"coach\":[\"pulse\"],\"coaches\":[\"coach-1\"]}");
        for (int i = 0; i < 30; i++) {
            service.put("client-20", checkIn(), "{\"mood\":" + (1 + i % 5) + "}");
        }
        return service.put("client-20", checkIn(), "{\"mood\":3}");
    }

    private static String checkIn() {
        return "/api/v1/check-ins/" + UUID.randomUUID();
    }

    private List<String> history(Service service, String position) {
        return Stream.of("/api/v1/check-ins?limit=100", "/api/v1/conflicts", conflict, "/api/v1/me/preferences",
                "/api/v1/me/consents")
                .map(path -> service.read("client-20", path, position))
                .map(answer -> answer.statusCode() + answer.body())
                .toList();
    }
}
