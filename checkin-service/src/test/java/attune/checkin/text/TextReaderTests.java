package attune.checkin.text;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextReaderTests {

    private static final TextReader READER = TextReader.seeking(List.of("i", "want", "to", "die", "kill", "myself",
            "suicide", "strangle", "hurt", "me", "not", "do", "is", "he"));

    @ParameterizedTest
    @ValueSource(strings = {"I want to die", "i wanna dieee", "i w a n t t o d i e", "I. Want. To. Die.", "wnat to dei",
            "ＷＡＮＴ ＴＯ ＤＩＥ", "w4nt t0 d1e", "I want\nto\n\ndie", "wa\u200bnt to d\u00adie", "iwanttodie",
            "І wаnt tо dіе", "𝓘 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓭𝓲𝓮", "I want to d-i-e", "w̷a̷n̷t̷ t̷o̷ d̷i̷e̷"})
    void readsTheSameWordsHoweverTheyAreWritten(String written) {
        assertThat(words(written)).contains("want to die");
    }

    @Test
    void writesShortFormsOut() {
        assertThat(words("he's not like that, I don't know, kms")).isEqualTo(
                "he is not like that i do not know kill myself");
    }

    @Test
    void leavesEnglishWordsAsTheyAre() {
        assertThat(words("The dice were hung on the wall of the hurdle dye works")).isEqualTo(
                "the dice were hung on the wall of the hurdle dye works");
    }

    @Test
    void knowsWhereEachWordStands() {
        String raw = "😀 He wоuld  str\u200Bangle me…";
        Token strangle = READER.read(raw).tokens().stream().filter(token -> token.form().equals("strangle")).findAny()
                .orElseThrow();

        assertThat(raw.substring(strangle.start(), strangle.end())).isEqualTo("str\u200Bangle");
    }

    @Test
    void doesNotCallAFewEnglishWordsForeign() {
        for (String text : List.of("ok", "meh", "no", "so tired", "me me me", "Jonas", "🙂", "", "fr fr no cap")) {
            assertThat(READER.read(text).language().understood()).as(text).isTrue();
        }
    }

    @Test
    void saysWhenItDoesNotUnderstandALanguage() {
        for (String text : List.of("Ich will nicht mehr leben, es ist alles zu viel", "no quiero vivir más",
                "Я хочу умереть прямо сейчас", "もう生きていたくない",
                "I feel ok today. Quiero morirme, no puedo más con todo esto")) {
            assertThat(READER.read(text).language().understood()).as(text).isFalse();
        }
    }

    @Test
    void saysWhichLanguageItIs() {
        assertThat(
                READER.read("Ich weiß nicht mehr, was ich noch tun soll, er schlägt mich jeden Tag").language().code())
                .isEqualTo("de");
    }

    @Test
    void keepsSentencesApart() {
        List<Token> tokens = READER.read("I am fine. Mr. Smith is not... well, he left! Ok").tokens();

        assertThat(tokens.getLast().sentence()).isEqualTo(2);
    }

    @Test
    void bearsAnything() {
        String text = "k*ll ".repeat(900) + "\uD83D".repeat(50) + "a".repeat(500) + "ﷺ".repeat(99) + "'".repeat(99);

        assertThat(READER.read(text).tokens()).isNotEmpty();
    }

    private static String words(String written) {
        return READER.read(written).tokens().stream()
                .filter(Token::isWord)
                .map(Token::form)
                .collect(Collectors.joining(" "));
    }
}
