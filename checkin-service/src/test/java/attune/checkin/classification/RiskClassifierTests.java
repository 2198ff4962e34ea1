package attune.checkin.classification;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.text.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

class RiskClassifierTests {

    private final RiskClassifier classifier = RiskClassifier.create();
    private final TextReader reader = TextReader.seeking(List.of());

    @ParameterizedTest
    @ValueSource(strings = {
            "I wrote letters to each of the kids last night and put the envelopes where they will be found afterwards.",
            "He keeps my passport in his locked drawer and I have to show him every receipt when I come home.",
            "When she cries too long I grip her arms until there are marks and I hate what I see in her face."})
    void hearsWhatIsToldByScenes(String text) {
        assertThat(most(text)).isGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "We argued about the dishes again and then we laughed about it.",
            "My boss is killing me with these deadlines and I am exhausted.",
            "I was so stupid tonight."})
    void leavesEverydayTroubleInPeace(String text) {
        assertThat(most(text)).isLessThan(0);
    }

    @Test
    void moreSentencesAtTheEndTakeNothingAway() {
        String text = "He keeps my passport in his locked drawer. I have to show him every receipt.";

        assertThat(most(text + " The weather is nice today. We had soup for lunch, and then I went for a walk."))
                .isGreaterThanOrEqualTo(most(text));
    }

    @Test
    void saysNothingOfATextWithoutWords() {
        assertThat(classifier.judge(reader.read(" ... !!! "))).isEmpty();
    }

    private double most(String text) {
        return classifier.judge(reader.read(text)).stream().mapToDouble(Judgement::logOdds).max().orElseThrow();
    }
}
