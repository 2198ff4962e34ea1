package attune.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What spans and metrics learn of a request. */
@Import(SpansTests.Watching.class)
class SpansTests extends RoomTests {

    private static final List<String> VALUES = new CopyOnWriteArrayList<>();

    @Test
    void keepPathsOutOfWhatIsWatched() {
        send(asClient("/items/of-somebody-with-a-name"));
        await().until(() -> VALUES.contains("GET"));

        assertThat(VALUES).noneMatch(value -> value.contains("of-somebody"));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        ObservationHandler<Observation.Context> values() {
            return new ObservationHandler<>() {

                @Override
                public void onStop(Observation.Context context) {
                    context.getAllKeyValues().stream().map(KeyValue::getValue).forEach(VALUES::add);
                }

                @Override
                public boolean supportsContext(Observation.Context context) {
                    return true;
                }
            };
        }
    }
}
