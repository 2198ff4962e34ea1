package attune.local.listen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ListenTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void answersEachLineInOrder() throws IOException {
        int code = listen("""
                {"id":"a","text":"We had dinner."}
                {"id":"b","turns":["hi","I want to kill myself","ok"]}
                """);

        assertThat(code).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .isEqualTo("{\"id\":\"a\",\"tier\":\"S0\",\"turnTiers\":[\"S0\"],\"findings\":[]}");
        assertThat(lines().get(1)).startsWith("{\"id\":\"b\",\"tier\":\"S2\",\"turnTiers\":[\"S0\",\"S2\",\"S2\"],"
                + "\"findings\":[{\"family\":\"SI_ACTIVE\",\"turn\":1,\"start\":0,\"end\":21,\"who\":\"self\","
                + "\"negated\":false,\"time\":\"now\",\"confidence\":");
    }

    @Test
    void namesLinesItCannotUseAndGoesOn() throws IOException {
        int code = listen("""
                nonsense
                {"id":"a"}
                {"id":"b","text":"ok"}
                """);

        assertThat(code).isEqualTo(1);
        assertThat(lines()).hasSize(1);
        assertThat(err.toString(UTF_8)).contains("Line 1: it is not JSON.").contains("Line 2: it must have either");
    }

    @Test
    void sumsUpByFamilyAndTier() throws IOException {
        listen("""
                {"id":"a","turns":["hello","he choked me"]}
                """);

        assertThat(err.toString(UTF_8)).contains("S3: 1, raised at turn {1=1}").contains("STRANGULATION");
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThat(Listen.run(new String[]{"no such file"}, stream(out), stream(err))).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("no such file");
    }

    private int listen(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("texts.jsonl"), content);
        return Listen.run(new String[]{file.toString()}, stream(out), stream(err));
    }

    private List<String> lines() {
        return out.toString(UTF_8).lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
