package attune.notification;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;

import attune.events.JournalEvent.QuietHours;

/** Quiet hours around now, or far from it. */
final class Quiet {

    private Quiet() {}

    /** For another hour. */
    static QuietHours now(Clock clock, String zone) {
        return new QuietHours(time(clock, zone).minusHours(1), time(clock, zone).plusHours(1));
    }

    /** A window that was over two hours ago. */
    static QuietHours later(Clock clock, String zone) {
        return new QuietHours(time(clock, zone).minusHours(3), time(clock, zone).minusHours(2));
    }

    private static LocalTime time(Clock clock, String zone) {
        return clock.instant().atZone(ZoneId.of(zone)).toLocalTime().withNano(0);
    }
}
