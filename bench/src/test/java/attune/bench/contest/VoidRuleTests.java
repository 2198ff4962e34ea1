package attune.bench.contest;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VoidRuleTests {

    @Test
    void bearsADriverThatIsAlmostOnTime() {
        assertThat(VoidRule.flaws(Plan.FAIR, 0, List.of(Showings.withLateness(Duration.ofMillis(4))))).isEmpty();
    }

    @Test
    void doesNotBelieveADriverThatWasLateItself() {
        assertThat(VoidRule.flaws(Plan.FAIR, 0, List.of(Showings.withLateness(Duration.ofMillis(1)),
                Showings.withLateness(Duration.ofMillis(6))))).singleElement().asString().contains("late itself");
    }

    @Test
    void bearsOneFailureInAThousand() {
        assertThat(VoidRule.flaws(Plan.FAIR, 0, List.of(Showings.withFailures(999, 1)))).isEmpty();
    }

    @Test
    void doesNotBelieveAServerThatRefuses() {
        assertThat(VoidRule.flaws(Plan.FAIR, 0, List.of(Showings.withFailures(998, 2)))).singleElement()
                .asString().contains("2 of 1000 requests failed");
    }

    @Test
    void namesEveryFlaw() {
        assertThat(VoidRule.flaws(Plan.QUICK, 7, List.of(Showings.withFailures(1, 1)))).hasSize(3);
    }
}
