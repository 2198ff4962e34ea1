package attune.bench.load;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HttpRequestTests {

    @Test
    void countsTheBytesOfTheBodyNotItsCharacters() {
        String text = UTF_8.decode(HttpRequest.json("PUT", "/a", "t", "\"ü\"")).toString();

        assertThat(text).startsWith("PUT /a HTTP/1.1\r\n")
                .contains("Authorization: Bearer t\r\n", "Content-Length: 4\r\n")
                .endsWith("\r\n\r\n\"ü\"");
    }

    @Test
    void leavesTheTokenOutWhenThereIsNone() {
        assertThat(HttpRequest.stream("/a", "")).doesNotContain("Authorization");
    }

    @Test
    void makesIdsThatAreUniqueAndTellTheirTime() {
        Ids ids = new Ids(InstantSource.fixed(Instant.ofEpochMilli(1_800_000_000_000L)), 1);

        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }

        assertThat(made).hasSize(10_000)
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_800_000_000_000L);
                });
    }
}
