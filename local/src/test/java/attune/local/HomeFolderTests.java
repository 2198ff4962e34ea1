package attune.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeFolderTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path somewhere;

    @Test
    void saysInOneSentenceThatAFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(somewhere.resolve("file"));
        assertThatThrownBy(() -> HomeFolder.open(file.resolve("data")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot be made or written")
                .hasMessageContaining("ATTUNE_DATA");
    }

    @Test
    void tellsWhereItsAttuneIsAsLongAsItIsOpen() {
        RunningAttune running = new RunningAttune("http://localhost:1", "http://localhost:2/attune",
                "http://localhost:4/faults", 3);
        try (HomeFolder folder = HomeFolder.open(somewhere.resolve("data"))) {
            running.write(folder);
            assertThat(RunningAttune.in(somewhere.resolve("data"))).contains(running);
        }
        assertThat(RunningAttune.in(somewhere.resolve("data"))).isEmpty();
    }
}
