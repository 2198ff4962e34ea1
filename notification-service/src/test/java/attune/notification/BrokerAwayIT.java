package attune.notification;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.events.NotificationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BrokerAwayIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void readsOnSendsNothingAndGoesOnWhereItWas() {
        World world = World.start(folder);
        try (Service service = world.service("broker-away")) {
            world.writer.prefer("zoe", "Europe/Berlin", Quiet.now(world.clock, "Europe/Berlin"), "zoe@attune.example");
            NotificationId id = world.writer.suggest("zoe");
            await().atMost(LONG).untilAsserted(() -> assertThat(service.history("zoe", id))
                    .contains("held email quiet-hours"));

            world.stopKafka();
            HttpResponse<String> refused = service.mark("zoe", id, "opened");
            world.clock.putForward(Duration.ofMinutes(61));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            OpenApi.check("Problem", refused.body());
            assertThat(service.inbox("zoe")).hasSize(1);
            await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> world.mails(id).isEmpty());

            world.startKafka();

            await().atMost(LONG).untilAsserted(() -> assertThat(service.history("zoe", id))
                    .endsWith("ended email sent delivered"));
            assertThat(world.mails(id)).hasSize(1);
            assertThat(service.mark("zoe", id, "opened").statusCode()).isEqualTo(200);
        } finally {
            world.close();
        }
    }
}
