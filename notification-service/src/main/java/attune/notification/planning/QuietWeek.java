package attune.notification.planning;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;

/**
 * When a person is not to be disturbed, by the clock and the calendar on their wall. Where that clock jumps, what it
 * shows counts: an hour that is skipped is never quiet, one that comes twice is quiet twice.
 *
 * @param everyDay the hours that begin on each day of the week that {@code days} says nothing of; an end that is not
 *            after the start lies on the next day, and the same time means the whole day
 * @param days the first that names a day counts
 */
public record QuietWeek(QuietHours everyDay, List<QuietDay> days) {

    private static final int MOST_CHANGES = 64;

    public QuietWeek {
        days = List.copyOf(days);
    }

    boolean covers(Instant instant, ZoneId zone) {
        return window(instant, zone).isPresent();
    }

    /**
     * The first instant from the given one on that is not quiet; {@link Instant#MAX} if there is none within two weeks.
     */
    Instant end(Instant instant, ZoneId zone) {
        Instant end = instant;
        for (int changes = 0; changes < MOST_CHANGES; changes++) {
            Optional<Window> covering = window(end, zone);
            if (covering.isEmpty()) {
                return end;
            }
            end = nextChange(end, covering.get(), zone);
        }
        return Instant.MAX;
    }

    /** When the wall shows the end of the window, or jumps before it does. */
    private static Instant nextChange(Instant covered, Window window, ZoneId zone) {
        Instant showsEnd = covered.plus(Duration.between(covered.atZone(zone).toLocalDateTime(), window.end()));
        ZoneOffsetTransition jump = zone.getRules().nextTransition(covered);
        return jump != null && jump.getInstant().isBefore(showsEnd) ? jump.getInstant() : showsEnd;
    }

    private Optional<Window> window(Instant instant, ZoneId zone) {
        LocalDateTime shown = instant.atZone(zone).toLocalDateTime();
        return Stream.of(shown.toLocalDate().minusDays(1), shown.toLocalDate())
                .flatMap(day -> beginningOn(day).stream())
                .filter(window -> window.covers(shown))
                .findFirst();
    }

    private Optional<Window> beginningOn(LocalDate day) {
        QuietHours hours = hours(day.getDayOfWeek());
        if (hours == null) {
            return Optional.empty();
        }
        LocalDate last = hours.from().isBefore(hours.to()) ? day : day.plusDays(1);
        return Optional.of(new Window(day.atTime(hours.from()), last.atTime(hours.to())));
    }

    private @Nullable QuietHours hours(DayOfWeek day) {
        String name = day.name().toLowerCase(Locale.ROOT);
        for (QuietDay other : days) {
            if (other.day().wireName().equals(name)) {
                return other.hours();
            }
        }
        return everyDay;
    }

    /** From a time inclusive to a time exclusive, as the wall shows them. */
    private record Window(LocalDateTime start, LocalDateTime end) {

        boolean covers(LocalDateTime shown) {
            return !shown.isBefore(start) && shown.isBefore(end);
        }
    }
}
