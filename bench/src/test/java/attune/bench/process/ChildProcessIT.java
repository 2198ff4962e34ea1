package attune.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildProcessIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void hearsWhatTheProcessSaysAndCountsItsChildren() throws Exception {
        try (ChildProcess child = shell(
                "sh -c 'for i in $(seq 300000); do :; done; echo \"ready $WHO\"; sleep 60' & wait",
                Map.of("WHO", "you"))) {
            assertThat(child.awaitLine("ready ", LONG)).isEqualTo("you");
            assertThat(child.cpu()).isPositive();
            assertThat(child.residentKib()).isPositive();
        }
    }

    @Test
    void leavesNoChildOfTheProcessBehind() throws Exception {
        ProcessHandle grandchild;
        try (ChildProcess child = shell("sleep 60 & echo \"child $!\"; wait", Map.of())) {
            grandchild = ProcessHandle.of(Long.parseLong(child.awaitLine("child ", LONG))).orElseThrow();
        }

        grandchild.onExit().get(20, TimeUnit.SECONDS);
        assertThat(grandchild.isAlive()).isFalse();
    }

    @Test
    void tellsTheLastWordsOfAProcessThatEndsTooEarly() throws Exception {
        try (ChildProcess child = shell("echo no room; exit 3", Map.of())) {
            assertThatThrownBy(() -> child.awaitLine("ready", LONG)).isInstanceOf(IOException.class)
                    .hasMessageContainingAll("ended with 3", "no room");
        }
    }

    @Test
    void leavesNothingOfTheWorkspaceBehind() throws Exception {
        Path root;
        try (Workspace workspace = Workspace.create(false)) {
            root = workspace.root();
            assertThat(workspace.folder("a/b")).isDirectory();
        }

        assertThat(root).doesNotExist();
    }

    private ChildProcess shell(String script, Map<String, String> environment) throws IOException {
        return ChildProcess.start("shell", List.of("/bin/sh", "-c", script), environment, folder);
    }
}
