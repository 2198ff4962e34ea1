package attune.bench.load;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class EventReaderTests {

    private final List<ServerEvent> events = new ArrayList<>();
    private final EventReader reader = new EventReader(7, events::add);

    @Test
    void putsEventsTogetherAcrossPieces() {
        take("id: 1\nevent: notif");
        take("ication\ndata: {\"a\":1}\nda");
        take("ta: more\n\n");

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.stream()).isEqualTo(7);
            assertThat(event.id()).isEqualTo("1");
            assertThat(event.name()).isEqualTo("notification");
            assertThat(event.data()).isEqualTo("{\"a\":1}\nmore");
        });
    }

    @Test
    void takesHeartbeatsForNothing() {
        take(":\n\n: still here\n\nretry: 3000\n\n");

        assertThat(events).isEmpty();
    }

    private void take(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        reader.take(bytes, 0, bytes.length);
    }
}
