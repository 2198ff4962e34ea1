package attune.bench;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import attune.bench.contest.Plan;
import attune.bench.scenarios.Scenario;
import attune.bench.scenarios.Scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTests {

    @Test
    void runsEverythingFairlyWhenNothingIsSaid() {
        Options options = parse();

        assertThat(options.scenarios()).isEqualTo(Scenarios.ALL);
        assertThat(options.plan()).isEqualTo(Plan.FAIR);
        assertThat(options.settings().connections()).isEqualTo(32);
    }

    @Test
    void takesScenariosInTheOrderGiven() {
        assertThat(parse("loop", "--quick", "noise").scenarios()).extracting(Scenario::title)
                .containsExactly("loop", "noise");
    }

    @Test
    void letsRoundsBeChosen() {
        Plan plan = parse("--rounds", "3", "--round", "7", "--warm-ups", "0", "--warm-up", "1").plan();

        assertThat(plan).isEqualTo(new Plan(0, Duration.ofSeconds(1), 3, Duration.ofSeconds(7)));
        assertThat(plan.isFair()).isFalse();
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        assertThatThrownBy(() -> parse("lop")).hasMessageContaining("no scenario \"lop\"");
        assertThatThrownBy(() -> parse("--rounds", "many")).hasMessageContaining("--rounds needs a whole number");
        assertThatThrownBy(() -> parse("--out")).hasMessageContaining("--out needs a value");
    }

    @Test
    void hasANameOfItsOwnForEveryScenario() {
        assertThat(Scenarios.ALL).extracting(Scenario::title).doesNotHaveDuplicates();
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), 1);
    }
}
