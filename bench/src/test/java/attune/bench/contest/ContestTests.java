package attune.bench.contest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ContestTests {

    private static final Goal GOAL = Goal.ofRatio("G4", "service / bare", Metric.PER_SECOND, 0.6, 0.85);

    private final List<String> turns = new ArrayList<>();

    @Test
    void letsThemTakeTurnsAndDropsTheWarmUp() throws Exception {
        Plan plan = new Plan(1, Duration.ofSeconds(2), 2, Duration.ofSeconds(1));

        Result result = contest(plan, 0.1).run(GOAL, contender("A", 1, 100, 100), contender("B", 9, 50, 70));

        assertThat(turns).containsExactly("A PT2S", "B PT2S", "A PT1S", "B PT1S", "A PT1S", "B PT1S");
        assertThat(result.ratios(Metric.PER_SECOND)).containsExactly(0.5, 0.7);
        assertThat(result.ratio(Metric.PER_SECOND)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void takesTheMedianOfTheRatiosNotTheRatioOfTheMedians() throws Exception {
        Plan plan = new Plan(0, Duration.ofSeconds(1), 3, Duration.ofSeconds(1));

        Result result = contest(plan, 0.1).run(GOAL, contender("A", 100, 10, 50), contender("B", 80, 9, 10));

        assertThat(result.ratios(Metric.PER_SECOND)).containsExactly(0.8, 0.9, 0.2);
        assertThat(result.ratio(Metric.PER_SECOND)).isEqualTo(0.8);
        assertThat(result.standing()).isEqualTo(Limit.Standing.MET);
    }

    @Test
    void holdsOnAQuietMachineAfterEnoughRounds() throws Exception {
        Result result = contest(Plan.FAIR, 2.4).run(GOAL, contender("A"), contender("B"));

        assertThat(result.holds()).isTrue();
    }

    @Test
    void isVoidOnABusyMachine() throws Exception {
        Result result = contest(Plan.FAIR, 2.5).run(GOAL, contender("A"), contender("B"));

        assertThat(result.flaws()).singleElement().asString().contains("load average 2.50");
    }

    @Test
    void isVoidWhenItWasShort() throws Exception {
        Result result = contest(Plan.QUICK, 0.1).run(GOAL, contender("A"), contender("B"));

        assertThat(result.flaws()).singleElement().asString().contains("fewer or shorter rounds");
    }

    @Test
    void needsAsManyRoundsOfOneAlone() throws Exception {
        Result result = contest(Plan.FAIR, 0.1).run(GOAL, contender("A"));

        assertThat(turns).hasSize(7);
        assertThat(result.baseline()).isNull();
        assertThat(result.ratio(Metric.PER_SECOND)).isNaN();
    }

    private Contest contest(Plan plan, double load) {
        return new Contest(plan, load, _ -> {});
    }

    private Contender contender(String name, double... figures) {
        Deque<Double> rest = new ArrayDeque<>();
        for (double figure : figures) {
            rest.add(figure);
        }
        return Contender.of(name, length -> {
            turns.add(name + " " + length);
            return Showings.of(rest.isEmpty() ? 1 : rest.pop());
        });
    }
}
