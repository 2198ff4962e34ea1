package attune.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes at the pace of the real one and is put forward as a test wants. It begins at the next
 * {@link #BEGIN}, so that a test does not depend on when it is run.
 */
final class MovableClock extends Clock {

    /** In every zone of the tests midnight and the change to or from summer time are hours away. */
    private static final LocalTime BEGIN = LocalTime.of(2, 0);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(untilBegin());

    void putForward(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    @Override
    public Instant instant() {
        return realInstant().plus(ahead.get());
    }

    private static Duration untilBegin() {
        OffsetDateTime now = realInstant().atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.with(BEGIN);
        return Duration.between(now, today.isBefore(now) ? today.plusDays(1) : today);
    }

    @SuppressWarnings("TimeZoneUsage") // a clock has to ask one
    private static Instant realInstant() {
        return Instant.now();
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
