package attune.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The play-through of {@code ./attune play}, against the processes of the compose file. */
@ExtendWith(SharedHouse.class)
class PlayIT {

    private static final int ITEMS = 30;

    private final House house;

    PlayIT(House house) {
        this.house = house;
    }

    @Test
    void playsWithoutLosingOrDoublingAnything(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("questions.jsonl"), IntStream.range(0, ITEMS)
                .mapToObj(
                        "{\"title\":\"Evening %1$d\",\"text\":\"We did not speak all evening, number %1$d.\"}"::formatted)
                .collect(Collectors.joining("\n")));
        Process play = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", House.PROJECT.resolve("local/target/attune.jar").toString(),
                "attune.local.play.Play", "--clients", "10", "--rate", "10", "--patience", "120",
                "--gateway", house.gateway("").toString(), "--provider", house.issuer(), file.toString())
                .redirectErrorStream(true).start();

        String said = new String(play.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(play.waitFor()).as(said).isZero();
        System.out.println(said);
    }
}
