package attune.bench.contest;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTests {

    @Test
    void judgesByTheWorseOfTwoLimits() {
        Goal goal = Goal.ofRatio("G8", "screen / hop", Metric.P99, 4, 2.5).andFigure(150, 100);

        assertThat(result(goal, 20, 40).standing()).isEqualTo(Limit.Standing.STRETCH);
        assertThat(result(goal, 20, 70).standing()).isEqualTo(Limit.Standing.MET);
        assertThat(result(goal, 100, 160).standing()).isEqualTo(Limit.Standing.MISSED);
        assertThat(result(goal, 20, 90).standing()).isEqualTo(Limit.Standing.MISSED);
    }

    @Test
    void knowsWhereMoreIsBetter() {
        Goal goal = Goal.ofRatio("G4", "service / bare", Metric.PER_SECOND, 0.6, 0.85);

        assertThat(result(goal, 100, 90).standing()).isEqualTo(Limit.Standing.STRETCH);
        assertThat(result(goal, 100, 60).standing()).isEqualTo(Limit.Standing.MET);
        assertThat(result(goal, 100, 59).standing()).isEqualTo(Limit.Standing.MISSED);
    }

    @Test
    void neverMeetsAGoalWithoutAFigure() {
        Goal goal = Goal.ofRatio("G4", "service / bare", Metric.PER_SECOND, 0.6, 0.85);

        assertThat(new Result(goal, "A", "B", List.of(), List.of(), List.of()).standing())
                .isEqualTo(Limit.Standing.MISSED);
    }

    @Test
    void takesTheMiddle() {
        assertThat(Result.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Result.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Result.median(List.of())).isNaN();
        assertThat(Result.median(List.of(1.0, Double.NaN, 2.0))).isNaN();
    }

    private static Result result(Goal goal, double baseline, double challenger) {
        return new Result(goal, "A", "B", List.of(Showing.of(goal.metric(), baseline)),
                List.of(Showing.of(goal.metric(), challenger)), List.of());
    }
}
