package attune.checkin.listening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import attune.checkin.files.UnusableFileException;
import attune.events.RiskTier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Every rule proves itself by the texts that stand beside it. */
class RulesTests {

    private static final RuleSet RULES = RuleFiles.read();

    static Stream<Rule> rules() {
        return RULES.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFires(Rule rule) {
        for (String text : rule.fires()) {
            if (rule.risk() != null) {
                assertThat(Ears.findings(text)).as(text).anyMatch(finding -> finding.family() == rule.risk()
                        && finding.tier().atLeast(rule.tier()));
            } else {
                assertThat(Ears.cues(text)).as(text).anyMatch(cue -> cue.family() == rule.cue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyGuardHolds(Rule rule) {
        for (String text : rule.holds()) {
            if (rule.risk() != null) {
                assertThat(Ears.findings(text)).as(text).noneMatch(finding -> finding.rule().equals(rule.id())
                        && finding.tier().atLeast(rule.tier()));
                assertThat(Ears.tier(text)).as(text).isLessThan(RiskTier.S2);
            } else {
                assertThat(Ears.cues(text)).as(text).noneMatch(cue -> cue.rule().equals(rule.id()));
            }
        }
    }

    @Test
    void everyFamilyHasARule() {
        assertThat(RULES.rules().stream().map(Rule::risk).distinct().filter(family -> family != null)).hasSize(19);
        assertThat(RULES.rules().stream().map(Rule::cue).distinct().filter(family -> family != null)).hasSize(10);
    }

    @Test
    void aRuleFileThatIsNotRightSaysWhatIsWrong() {
        Map<String, Object> good = Map.of("id", "a.rule", "family", "fear", "tier", "s2", "phrases", "he hits me",
                "fires", List.of("he hits me"));

        assertThat(RuleReader.read(new Section("a.yaml", good)).id()).isEqualTo("a.rule");
        assertWrong(with(good, "family", "fright"), "'fright'");
        assertWrong(with(good, "tier", ""), "no tier");
        assertWrong(with(good, "confidence", 2), "between 0 and 1");
        assertWrong(with(good, "colour", "red"), "'colour' means nothing");
        assertWrong(with(good, "phrases", ""), "needs an id");
        assertWrong(with(good, "heeds", "moon"), "'moon'");
    }

    @Test
    void aPhraseThatIsNotRightStopsTheStart() {
        RuleSet broken = new RuleSet("1", Map.of("he", List.of("<nobody>")), Map.of(), List.of(), List.of());

        assertThatExceptionOfType(UnusableFileException.class).isThrownBy(broken::book)
                .withMessageContaining("<nobody>");
    }

    private static void assertWrong(Map<String, Object> rule, String message) {
        assertThatExceptionOfType(UnusableFileException.class)
                .isThrownBy(() -> RuleReader.read(new Section("a.yaml", rule)))
                .withMessageContaining(message)
                .withMessageContaining("a.yaml");
    }

    private static Map<String, Object> with(Map<String, Object> rule, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(rule);
        changed.put(name, value);
        return changed;
    }
}
