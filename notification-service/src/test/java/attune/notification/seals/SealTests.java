package attune.notification.seals;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealTests {

    private static final String OLD = "0f".repeat(32);
    private static final String NEW = "a1".repeat(32);

    private final Seal seal = new Seal(List.of(NEW));

    @Test
    void opensWhatItClosedForTheSamePurposeOnly() {
        String sealed = seal.close("one", "text ü 😔");

        assertThat(seal.open("one", sealed)).contains("text ü 😔");
        assertThat(seal.open("other", sealed)).isEmpty();
        assertThat(new Seal(List.of(OLD)).open("one", sealed)).isEmpty();
    }

    @Test
    void sealsAlikeEachTimeAndShowsNothing() {
        String sealed = seal.close("one", "client-1");

        assertThat(sealed).isEqualTo(seal.close("one", "client-1")).matches("[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("client");
        assertThat(seal.close("other", "client-1").substring(0, 16)).isNotEqualTo(sealed.substring(0, 16));
        assertThat(seal.close("one", "client-2").substring(0, 16)).isNotEqualTo(sealed.substring(0, 16));
    }

    @Test
    void noticesEveryChange() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.close("one", "client-1"));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(seal.open("one", Base64.getUrlEncoder().withoutPadding().encodeToString(changed))).isEmpty();
        }
    }

    @Test
    void opensWhatAnOlderKeyClosedWhileThatIsStillNamed() {
        String sealed = new Seal(List.of(OLD)).close("one", "text");

        assertThat(new Seal(List.of(NEW, OLD)).open("one", sealed)).contains("text");
        assertThat(new Seal(List.of(NEW, OLD)).close("one", "text")).isEqualTo(seal.close("one", "text"));
        assertThat(seal.open("one", sealed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!!!!", "AAAA", "AAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void opensNothingElse(String text) {
        assertThat(seal.open("one", text)).isEmpty();
        assertThat(seal.open("one", text + "A".repeat(10_000))).isEmpty();
    }

    @Test
    void isOffWithoutAKeyAndRefusesOneThatIsNone() {
        assertThat(new Seal(List.of()).isOn()).isFalse();
        assertThat(new Seal(List.of()).open("one", seal.close("one", "text"))).isEmpty();
        assertThatThrownBy(() -> new SealSettings(List.of("abc"))).hasMessageContaining("ATTUNE_NOTIFICATION_KEYS")
                .hasMessageNotContaining("abc");
    }
}
