package attune.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a person is not to be disturbed, by the clock on their wall. Where that clock jumps, what it shows counts: an
 * hour that is skipped is never quiet, one that comes twice is quiet twice.
 *
 * @param from inclusive; a window whose end is not after its start runs over midnight
 * @param to exclusive; the same as {@code from} means the whole day
 */
record QuietWindow(LocalTime from, LocalTime to, ZoneId zone) {

    boolean covers(Instant instant) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        boolean afterStart = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
    }

    /** The first instant from the given one on that the window does not cover; {@link Instant#MAX} if there is none. */
    Instant end(Instant instant) {
        if (from.equals(to)) {
            return Instant.MAX;
        }
        Instant end = instant;
        while (covers(end)) {
            end = nextChange(end);
        }
        return end;
    }

    /** When the clock shows the end of the window, or jumps before it does. */
    private Instant nextChange(Instant covered) {
        Instant showsEnd = covered.plus(untilEnd(covered.atZone(zone).toLocalTime()));
        ZoneOffsetTransition jump = zone.getRules().nextTransition(covered);
        return jump != null && jump.getInstant().isBefore(showsEnd) ? jump.getInstant() : showsEnd;
    }

    private Duration untilEnd(LocalTime time) {
        Duration wait = Duration.between(time, to);
        return wait.isPositive() ? wait : wait.plusDays(1);
    }
}
