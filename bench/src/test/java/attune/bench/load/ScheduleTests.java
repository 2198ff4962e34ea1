package attune.bench.load;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScheduleTests {

    @Test
    void spacesRequestsEvenlyWithoutDrift() {
        Schedule schedule = Schedule.of(3_000, Duration.ofSeconds(10));

        assertThat(schedule.count()).isEqualTo(30_000);
        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1)).isEqualTo(333_333);
        assertThat(schedule.dueNanos(3_000)).isEqualTo(1_000_000_000L);
        assertThat(schedule.lengthNanos()).isEqualTo(10_000_000_000L);
    }

    @Test
    void sendsAtLeastOnce() {
        assertThat(Schedule.of(0.1, Duration.ofSeconds(1)).count()).isOne();
    }

    @Test
    void refusesRatesThatNeverSend() {
        assertThatThrownBy(() -> Schedule.of(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.of(Double.NaN, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverWakesBeforeTheMoment() {
        long moment = System.nanoTime() + 2_000_000;

        long late = Schedule.awaitNanos(moment);

        assertThat(late).isNotNegative();
        assertThat(System.nanoTime() - moment).isNotNegative();
    }
}
