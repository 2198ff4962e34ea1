package attune.notification.planning;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30));
    private static final double HIGHEST = Math.nextDown(1.0);

    @Test
    void doublesItsCeilingUpToTheLongest() {
        assertThat(BACKOFF.after(1, HIGHEST)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACKOFF.after(2, HIGHEST)).isEqualTo(Duration.ofSeconds(20));
        assertThat(BACKOFF.after(9, HIGHEST)).isEqualTo(Duration.ofMinutes(30));
        assertThat(BACKOFF.after(Integer.MAX_VALUE, HIGHEST)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void spreadsOverTheWholeCeiling() {
        assertThat(BACKOFF.after(3, 0)).isEqualTo(Duration.ofMillis(1));
        assertThat(BACKOFF.after(3, 0.5)).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_001));
    }
}
