package attune.checkin.measures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChangeTests {

    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
    private final Measures measures = new Measures();

    @ParameterizedTest
    @CsvSource({
            "phq-2, 5, 2, recovered",
            "phq-2, 6, 3, improved",
            "phq-2, 5, 3, unchanged",
            "phq-2, 4, 2, unchanged",
            "phq-2, 0, 2, unchanged",
            "phq-2, 0, 3, deteriorated",
            "gad-2, 6, 0, recovered",
            "gad-2, 1, 6, deteriorated",
            "safety-pulse, 3.0, 3.8, unchanged",
            "safety-pulse, 3.0, 3.9, improved",
            "safety-pulse, 3.0, 2.1, deteriorated",
            "hark, 0, 4, insufficient"})
    void tellsAChangeFromNoise(String name, double first, double later, String kind) {
        assertThat(change(name, standing(first, 30, later)).change().wireName()).isEqualTo(kind);
    }

    /** 3.0 3.4 2.6 3.2 2.8: mean 3.0, squares 0.16+0.16+0.04+0.04 = 0.40, over 4 is 0.1, root 0.31623, times 1.96 is 0.61981. */
    @Test
    void knowsHowMuchAPersonsOwnPulseScatters() {
        Standing fortnight = fortnight(3.0, 3.4, 2.6, 3.2, 2.8);

        Change change = change("safety-pulse", fortnight.with(new DatedScore(day(20), 3.65)));

        assertThat(change.from()).isCloseTo(3.0, within(1e-9));
        assertThat(change.line()).isCloseTo(0.61981, within(1e-5));
        assertThat(change.change()).isEqualTo(ChangeKind.IMPROVED);
        assertThat(change("safety-pulse", fortnight.with(new DatedScore(day(20), 3.6))).change())
                .isEqualTo(ChangeKind.UNCHANGED);
    }

    @Test
    void usesTheLineForEverybodyWhenAPulseNeverMovedOrIsTooYoung() {
        assertThat(change("safety-pulse", fortnight(3, 3, 3, 3, 3).with(new DatedScore(day(20), 3.5))).line())
                .isEqualTo(0.8);
        assertThat(change("safety-pulse", fortnight(3, 4, 2, 3).with(new DatedScore(day(20), 3.5))).line())
                .isEqualTo(0.8);
    }

    @Test
    void saysNothingBeforeThereIsSomethingToCompare() {
        Standing none = Standing.KIND.initial();

        assertThat(change("phq-2", none).change()).isEqualTo(ChangeKind.INSUFFICIENT);
        assertThat(change("phq-2", none.with(new DatedScore(FIRST, 4.0))).change())
                .isEqualTo(ChangeKind.INSUFFICIENT);
        assertThat(change("safety-pulse", fortnight(3, 4, 2, 3, 3)).change()).isEqualTo(ChangeKind.INSUFFICIENT);
    }

    @Test
    void comesToTheSameInWhateverOrderScoresArrive() {
        DatedScore late = new DatedScore(day(30), 5.0);
        DatedScore early = new DatedScore(FIRST, 2.0);
        Standing inOrder = Standing.KIND.initial().with(early).with(late);

        assertThat(Standing.KIND.initial().with(late).with(early)).isEqualTo(inOrder);
        assertThat(inOrder.early()).containsExactly(early);
        assertThat(inOrder.newest()).isEqualTo(late);
    }

    @Test
    void staysSmallHoweverOftenSomebodyAnswers() {
        Standing standing = Standing.KIND.initial();
        for (int i = 0; i < 500; i++) {
            standing = standing.with(new DatedScore(FIRST.plus(i, ChronoUnit.MINUTES), 3.0));
        }

        assertThat(standing.early()).hasSize(60);
    }

    private Change change(String measure, Standing standing) {
        return Change.of(measures.find(measure).orElseThrow(), standing);
    }

    private static Standing standing(double first, int days, double later) {
        return Standing.KIND.initial().with(new DatedScore(FIRST, first)).with(new DatedScore(day(days), later));
    }

    private static Standing fortnight(double... values) {
        Standing standing = Standing.KIND.initial();
        for (int i = 0; i < values.length; i++) {
            standing = standing.with(new DatedScore(day(2 * i), values[i]));
        }
        return standing;
    }

    private static Instant day(int day) {
        return FIRST.plus(day, ChronoUnit.DAYS);
    }
}
