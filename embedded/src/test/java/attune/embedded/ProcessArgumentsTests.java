package attune.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessArgumentsTests {

    @Test
    void takesTheCommandLineBeforeTheEnvironment() {
        ProcessArguments told = told(Map.of("ATTUNE_PORT", "1", "ATTUNE_FOLDER", "data", "ATTUNE_PAGE_PORT", "3"),
                "--port=2");

        assertThat(told.port("port")).isEqualTo(2);
        assertThat(told.port("page-port")).isEqualTo(3);
        assertThat(told.folder()).isEqualTo(Path.of("data"));
    }

    @Test
    void takesAnyFreePortUnlessTold() {
        assertThat(told(Map.of()).port("port")).isZero();
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> told(Map.of(), "--prot=1")).hasMessageContaining("--prot=1 is not understood");
        assertThatThrownBy(() -> told(Map.of(), "--port=many").port("port")).hasMessageContaining("whole number");
        assertThatThrownBy(() -> told(Map.of(), "--port=70000").port("port")).hasMessageContaining("65535");
        assertThatThrownBy(() -> told(Map.of()).folder()).hasMessageContaining("--folder=PATH");
    }

    private static ProcessArguments told(Map<String, String> environment, String... arguments) {
        return new ProcessArguments(arguments, environment, Set.of("folder", "port", "page-port"));
    }
}
