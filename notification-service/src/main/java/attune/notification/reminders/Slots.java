package attune.notification.reminders;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.events.JournalEvent.ReminderTime;
import attune.events.Weekday;

/**
 * The times of a person's own: one on each chosen day of their calendar. A time that the clock skips comes as much later
 * as the clock jumps; one that it shows twice comes the first time.
 */
record Slots(LocalTime at, Set<DayOfWeek> days, ZoneId zone) {

    static Slots of(ReminderTime wish, ZoneId zone) {
        return new Slots(wish.at(), days(wish.weekdays()), zone);
    }

    /** At one time on every day. */
    static Slots daily(LocalTime at, ZoneId zone) {
        return new Slots(at, EnumSet.allOf(DayOfWeek.class), zone);
    }

    /** A zone by its name; empty if there is none. */
    static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A day of which nothing is known here, because a newer service wrote it, is no day. */
    private static Set<DayOfWeek> days(List<Weekday> chosen) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Weekday day : chosen) {
            if (day != Weekday.UNKNOWN) {
                days.add(DayOfWeek.valueOf(day.wireName().toUpperCase(Locale.ROOT)));
            }
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first after an instant. */
    Instant after(Instant instant) {
        return first(day(instant), instant);
    }

    /** The first on a day after that of an instant. */
    Instant afterDayOf(Instant instant) {
        return first(day(instant).plusDays(1), instant);
    }

    /** Whether an instant is one of them. */
    boolean contains(Instant instant) {
        return after(instant.minusNanos(1)).equals(instant);
    }

    private Instant first(LocalDate from, Instant after) {
        LocalDate day = from;
        while (true) {
            Instant slot = day.atTime(at).atZone(zone).toInstant();
            if (days.contains(day.getDayOfWeek()) && slot.isAfter(after)) {
                return slot;
            }
            day = day.plusDays(1);
        }
    }
}
