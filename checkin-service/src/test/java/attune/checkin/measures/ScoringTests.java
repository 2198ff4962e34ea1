package attune.checkin.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import attune.events.JournalEvent.ItemAnswer;
import attune.events.RiskTier;
import attune.events.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every scale against vectors that were scored by hand; a dash is a skipped item. */
class ScoringTests {

    private final Measures measures = new Measures();

    @ParameterizedTest
    @CsvSource({
            "safety-pulse, 5 5 5 5 5, 5.0,  none,  s0, none",
            "safety-pulse, 1 1 1 1 3, 1.4,  none,  s0, none",
            "safety-pulse, 4 3 4 2 5, 3.6,  none,  s0, none",
            "safety-pulse, 5 5 5 5 2, 4.4,  none,  s1, fear",
            "safety-pulse, 5 5 5 5 1, 4.2,  none,  s1, fear",
            "safety-pulse, 4 - 3 - 3, 3.3333, none, s0, none",
            "safety-pulse, 4 3 2 5 -, 3.5,  none,  s0, none",
            "safety-pulse, - - - 4 3, none, none,  s0, none",
            "safety-pulse, - - - - 1, none, none,  s1, fear",
            "phq-2, 0 0, 0, false, s0, none",
            "phq-2, 1 1, 2, false, s0, none",
            "phq-2, 2 1, 3, true,  s1, distressed",
            "phq-2, 0 3, 3, true,  s1, distressed",
            "phq-2, 3 3, 6, true,  s1, distressed",
            "phq-2, - 3, none, true, s1, distressed",
            "phq-2, 2 -, none, none, s0, none",
            "gad-2, 0 2, 2, false, s0, none",
            "gad-2, 1 2, 3, true,  s1, distressed",
            "gad-2, 3 3, 6, true,  s1, distressed",
            "gad-2, 3 -, none, true, s1, distressed",
            "gad-2, - 0, none, none, s0, none",
            "hark, 0 0 0 0, 0, false, s0, none",
            "hark, 1 0 0 0, 1, true,  s2, hark",
            "hark, 0 0 1 0, 1, true,  s2, hark",
            "hark, 1 1 1 1, 4, true,  s2, hark",
            "hark, - - - 1, none, true, s2, hark",
            "hark, 0 0 - 0, none, none, s0, none"})
    void scoresAsByHand(String name, String answers, String score, String positive, String tier, String reason) {
        Measure measure = measures.find(name).orElseThrow();
        List<ItemAnswer> given = answers(measure, answers.split(" "));

        OptionalDouble scored = measure.score(given);
        if (score.equals("none")) {
            assertThat(scored).isEmpty();
        } else {
            assertThat(scored.orElseThrow()).isCloseTo(Double.parseDouble(score), within(0.0001));
        }
        assertThat(String.valueOf(measure.positive(given))).isEqualTo(positive.equals("none") ? "null" : positive);
        Measure.@Nullable Ask ask = measure.asked(given);
        assertThat(ask == null ? RiskTier.S0 : ask.tier())
                .isEqualTo(RiskTier.valueOf(tier.toUpperCase(java.util.Locale.ROOT)));
        assertThat(ask == null ? "none" : ask.reason()).isEqualTo(reason);
    }

    @Test
    void saysWhereEachComesFromAndWhetherItWasChecked() {
        assertThat(measures.all()).extracting(Measure::name).containsExactly("safety-pulse", "phq-2", "gad-2", "hark");
        assertThat(measures.all()).allSatisfy(measure -> {
            assertThat(measure.source()).isNotBlank();
            assertThat(measure.licence()).isNotBlank();
            assertThat(measure.score().missing()).isNotBlank();
            assertThat(measure.labels()).hasSizeGreaterThan(1);
            assertThat(measure.wording()).isEqualTo(measure.name().equals("safety-pulse") ? "own" : "unverified");
        });
        assertThat(measures.find("safety-pulse").orElseThrow().validated()).isFalse();
    }

    /** HARK and the question about fear must never reach a partner: there is no word in which that could be allowed. */
    @Test
    void cannotBeSharedByAnyConsent() {
        assertThat(Arrays.stream(Scope.values()).map(scope -> scope.name() + scope.wireName()))
                .noneMatch(scope -> scope.matches("(?i).*(measure|hark|fear|partner|phq|gad).*"));
    }

    private static List<ItemAnswer> answers(Measure measure, String[] values) {
        List<ItemAnswer> answers = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            answers.add(new ItemAnswer(measure.items().get(i).id(),
                    values[i].equals("-") ? null : Integer.valueOf(values[i])));
        }
        assertThat(answers).hasSameSizeAs(measure.items());
        return answers;
    }
}
