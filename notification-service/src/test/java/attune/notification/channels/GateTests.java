package attune.notification.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import attune.events.AttemptOutcome;
import attune.notification.channels.Handover.Answered;
import attune.notification.channels.Handover.NotAsked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GateTests {

    private static final ProviderLimits LIMITS = new ProviderLimits(1_000, 50, 4, Duration.ofSeconds(60),
            Duration.ofSeconds(30));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StillClock clock = new StillClock();
    private final Gate gate = new Gate("smtp", LIMITS, registry, clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void leavesADestinationAloneThatFailsAndTriesItAgainAfterARest() {
        fail("a.example", 4);

        assertThat(through("a.example", AttemptOutcome.ACCEPTED)).isInstanceOfSatisfying(NotAsked.class,
                handover -> assertThat(handover.pause()).isPositive().isLessThanOrEqualTo(LIMITS.rest()));
        assertThat(asked).hasValue(4);
        assertThat(breakers("open")).isEqualTo(1);

        clock.now = clock.now.plus(LIMITS.rest()).plusSeconds(1);
        IntStream.range(0, 3).forEach(_ -> assertThat(through("a.example", AttemptOutcome.ACCEPTED))
                .isInstanceOf(Answered.class));

        assertThat(breakers("open")).isZero();
        assertThat(breakers("closed")).isEqualTo(1);
        assertThat(registry.counter("attune.notification.provider.waits", "provider", "smtp", "cause", "resting")
                .count()).isEqualTo(1);
    }

    @Test
    void keepsAskingTheOthersWhenOneFails() {
        fail("a.example", 4);

        assertThat(through("b.example", AttemptOutcome.ACCEPTED)).isInstanceOf(Answered.class);
    }

    @Test
    void takesARefusalForAnAnswer() {
        IntStream.range(0, 20).forEach(_ -> assertThat(through("a.example", AttemptOutcome.INVALID_TARGET))
                .isInstanceOf(Answered.class));
        IntStream.range(0, 20).forEach(_ -> assertThat(through("a.example", AttemptOutcome.PERMANENT_ERROR))
                .isInstanceOf(Answered.class));
    }

    @Test
    void takesAnExceptionForAFailureAndPassesItOn() {
        IntStream.range(0, 4).forEach(_ -> assertThatThrownBy(() -> gate.through("a.example", () -> {
            throw new IllegalArgumentException("broken");
        })).hasMessage("broken"));

        assertThat(through("a.example", AttemptOutcome.ACCEPTED)).isInstanceOf(NotAsked.class);
    }

    @Test
    void asksNobodyWithoutAPermitAndTakesThatForNoFailure() {
        IntStream.range(0, 20).forEach(_ -> assertThat(Permit.whileHeld(() -> false,
                () -> through("a.example", AttemptOutcome.ACCEPTED))).isInstanceOf(NotAsked.class));

        assertThat(asked).hasValue(0);
        assertThat(breakers("open")).isZero();
        assertThat(Permit.whileHeld(() -> true, () -> through("a.example", AttemptOutcome.ACCEPTED)))
                .isInstanceOf(Answered.class);
        assertThat(registry.counter("attune.notification.provider.waits", "provider", "smtp", "cause", "lapsed")
                .count()).isEqualTo(20);
    }

    @Test
    void asksNoMoreThanTheProviderCanBear() throws InterruptedException {
        Gate slow = new Gate("slow", new ProviderLimits(1, 50, 4, LIMITS.window(), LIMITS.rest()), registry, clock);
        AtomicInteger putOff = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(30);

        IntStream.range(0, 30).forEach(_ -> Thread.ofVirtual().start(() -> {
            if (slow.through("", this::accepted) instanceof NotAsked) {
                putOff.incrementAndGet();
            }
            all.countDown();
        }));
        all.await();

        // One at once, one for each second that somebody waits, and what the machine's own slowness adds.
        assertThat(asked.get()).isBetween(1, 20);
        assertThat(putOff.get()).isEqualTo(30 - asked.get());
    }

    private void fail(String destination, int times) {
        IntStream.range(0, times).forEach(_ -> through(destination, AttemptOutcome.RETRYABLE_ERROR));
    }

    private Handover through(String destination, AttemptOutcome outcome) {
        return gate.through(destination, () -> {
            asked.incrementAndGet();
            return Handover.of(outcome);
        });
    }

    private Answered accepted() {
        asked.incrementAndGet();
        return Handover.of(AttemptOutcome.ACCEPTED);
    }

    private double breakers(String state) {
        return registry.get("attune.notification.provider.breakers").tags("provider", "smtp", "state", state).gauge()
                .value();
    }

    /** Time passes when a test says so. */
    private static final class StillClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
