package attune.checkin.text;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.checkin.text.PhraseBook.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PhraseBookTests {

    private static final Map<String, List<String>> CLASSES = Map.of(
            "them", List.of("he", "she", "my (husband|wife)"),
            "strike", List.of("hit~", "<throw> something at"),
            "throw", List.of("throw~"));

    @Test
    void findsClassesInsideClasses() {
        assertThat(found("<them> <strike> me", "My husband threw something at me"))
                .isEqualTo("My husband threw something at me");
    }

    @Test
    void looksPastFillersAndCommas() {
        assertThat(found("<them> <strike> me", "well, she just, really hits me")).isEqualTo("she just, really hits me");
    }

    @Test
    void bridgesAGapButNoSentence() {
        assertThat(found("he *3 me", "he was hitting all me")).isEqualTo("he was hitting all me");
        assertThat(found("he *3 me", "he was. Hitting me")).isNull();
    }

    @Test
    void knowsWhereClausesBeginAndEnd() {
        assertThat(found("^ hit~ me $", "It was late and hit me, then left")).isEqualTo("hit me");
        assertThat(found("^ hit~ me", "the idea hit me")).isNull();
        assertThat(found("hit~ me $", "he hit me up")).isNull();
    }

    @Test
    void saysWhatIsWrongWithAPhrase() {
        for (String phrase : List.of("(a", "a)", "<nobody> hit", "[he]", "*12", "He", "")) {
            assertThatIllegalArgumentException().as(phrase).isThrownBy(() -> book(phrase))
                    .withMessageMatching(".{10,}");
        }
    }

    @Test
    void saysWhenAClassNeedsItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseBook.of(Map.of("a", List.of("b <a>")), List.of(),
                List.<Entry<String>>of())).withMessageContaining("<a>");
    }

    private static PhraseBook<String> book(String phrase) {
        return PhraseBook.of(CLASSES, List.of("just", "really"), List.of(new Entry<>(phrase, "it")));
    }

    @Test
    void findsAllThatOnePhraseMeans() {
        PhraseBook<String> book = PhraseBook.of(Map.of(), List.of(), List.of(new PhraseBook.Entry<>("hit me", "one"),
                new PhraseBook.Entry<>("kissed me", "other"), new PhraseBook.Entry<>("hit me", "two")));

        assertThat(book.find(TextReader.seeking(book.words()).read("he hit me")))
                .extracting(PhraseBook.Match::meaning).containsExactly("one", "two");
    }

    @Nullable
    private static String found(String phrase, String written) {
        PhraseBook<String> book = book(phrase);
        Text text = TextReader.seeking(book.words()).read(written);
        return book.find(text).stream()
                .map(match -> text.between(text.tokens().get(match.first()).start(), text.tokens().get(match.end() - 1)
                        .end()))
                .findFirst()
                .orElse(null);
    }
}
