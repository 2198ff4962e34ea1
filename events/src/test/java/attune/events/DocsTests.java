package attune.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocsTests {

    private final String page;

    DocsTests() throws IOException {
        page = Files.readString(Path.of("../docs/events/README.md"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasALineInTheTable(EventType type) {
        assertThat(page).contains("| `" + type.wireName() + "` | `" + type.record().getSimpleName() + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void everyLogHasALineInTheTable(Log log) {
        assertThat(page).contains("| " + log.shortName() + " | `" + log.topic() + "` |");
    }

    @Test
    void theExampleIsAGoldenFile() throws IOException {
        assertThat(page).contains(Files.readString(Path.of("src/test/resources/golden/checkin.recorded.v1/full.json")));
    }
}
