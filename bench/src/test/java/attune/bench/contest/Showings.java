package attune.bench.contest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import attune.bench.load.Recording;

/** Rounds as tests need them. */
final class Showings {

    private Showings() {}

    static Showing of(double perSecond) {
        return Showing.of(Metric.PER_SECOND, perSecond);
    }

    static Showing withLateness(Duration lateness) {
        Recording recording = new Recording();
        recording.answered(1);
        recording.late(lateness.toNanos());
        recording.took(TimeUnit.SECONDS.toNanos(1));
        return Showing.of(recording, Duration.ZERO);
    }

    static Showing withFailures(int answered, int failed) {
        Recording recording = new Recording();
        for (int i = 0; i < answered; i++) {
            recording.answered(1);
        }
        for (int i = 0; i < failed; i++) {
            recording.failed(1);
        }
        recording.took(TimeUnit.SECONDS.toNanos(1));
        return Showing.of(recording, Duration.ofMillis(1));
    }
}
