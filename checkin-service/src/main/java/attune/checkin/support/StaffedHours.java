package attune.checkin.support;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When people look at what is urgent.
 *
 * @param zone the time zone of the hours
 * @param days the days of the week
 * @param from when they begin
 * @param to when they end, after they began
 */
record StaffedHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    StaffedHours {
        if (zone == null || days == null || days.isEmpty() || from == null || to == null || !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "attune.support.hours: needs zone, days, from and to, and from must be before to");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    /** In words, such as {@code Monday to Friday, 09:00 to 17:00 (Europe/Berlin)}. */
    String in(Words words) {
        return words.hours().range()
                .replace("{days}", days(Locale.forLanguageTag(words.language())))
                .replace("{from}", from.toString())
                .replace("{to}", to.toString())
                .replace("{zone}", zone.getId());
    }

    private String days(Locale locale) {
        List<DayOfWeek> sorted = days.stream().sorted().toList();
        String first = name(sorted.getFirst(), locale);
        boolean inARow = sorted.getLast().getValue() - sorted.getFirst().getValue() == sorted.size() - 1;
        return inARow && sorted.size() > 2
                ? first + "–" + name(sorted.getLast(), locale)
                : sorted.stream().map(day -> name(day, locale)).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }
}
