package attune.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import attune.events.JournalEvent.DigestTime;
import attune.events.Weekday;

/** When a person's digest comes. */
final class DigestHour {

    /** For who has not said anything else: at the end of the week, early in the evening. */
    private static final DigestTime DEFAULT = new DigestTime(Weekday.SUNDAY, LocalTime.of(17, 0));

    private DigestHour() {}

    /** The first digest after an instant. A time that the clock skips comes with the jump. */
    static Instant after(Instant instant, @Nullable DigestTime chosen, ZoneId zone) {
        DigestTime time = chosen == null ? DEFAULT : chosen;
        LocalDate day = instant.atZone(zone).toLocalDate();
        while (true) {
            if (isOn(time.day(), day)) {
                Instant digest = day.atTime(time.at()).atZone(zone).toInstant();
                if (digest.isAfter(instant)) {
                    return digest;
                }
            }
            day = day.plusDays(1);
        }
    }

    private static boolean isOn(@Nullable Weekday wanted, LocalDate day) {
        return wanted == null || wanted == Weekday.UNKNOWN
                || wanted.wireName().equals(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }
}
