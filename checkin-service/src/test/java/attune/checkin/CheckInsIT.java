package attune.checkin;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({NoBlocking.class, RunningService.class})
class CheckInsIT {

    private final String path = "/api/v1/check-ins/" + UUID.randomUUID();

    @Test
    void givesBackWhatWasSaid(Service service) {
        String body = """
                {"occurredAt":"2026-01-23T21:04:00+01:00","about":"partner","mood":3,"energy":2,"safety":2,
                 "understood":2,"words":["tense","lonely"],"note":"It was late.","audience":["coach"]}""";

        HttpResponse<String> put = service.put("client-1", path, body);

        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(service.get("client-1", path, put).body()).isEqualTo(put.body());
        assertThat(Service.json(put).get("occurredAt").asString()).isEqualTo("2026-01-23T21:04:00+01:00");
    }
}
