package attune.local.play;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTests {

    @Test
    void takesOptionsBeforeAndAfterTheFile() {
        assertThat(Options.parse(List.of("--clients", "3", "file", "--rate", "0.5", "--seed", "7")))
                .isEqualTo(new Options(Path.of("file"), 3, 0.5, 7L, null, null, null, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--clients 0 f", "--clients 51 f", "--clients 1.5 f", "--rate 0 f", "--rate x f",
            "--what f", "f g", "f --rate"})
    void refusesWhatMakesNoSense(String words) {
        assertThatThrownBy(() -> Options.parse(words.isEmpty() ? List.of() : List.of(words.split(" "))))
                .isInstanceOf(PlayException.class);
    }
}
