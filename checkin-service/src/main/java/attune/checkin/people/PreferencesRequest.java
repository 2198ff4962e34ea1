package attune.checkin.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.JournalEvent.ReminderTime;
import attune.events.PrivateText;
import attune.events.Weekday;

/** How and when a person wants to be reached, as they send it. What is left out is no longer wanted. */
record PreferencesRequest(@Nullable String zone, @Nullable String locale, @Nullable Quiet quietHours,
        @Nullable Email email, @Nullable List<@Nullable Day> quietDays,
        @Nullable List<@Nullable ChoiceRequest> choices, @Nullable String pausedUntil, @Nullable Digest digest,
        @Nullable Boolean discreet, @Nullable Boolean safetyAnytime, @Nullable Reminder reminder) {

    record Quiet(@Nullable String from, @Nullable String to) {}

    /** The quiet hours that begin on one day; without hours, none begin on it. */
    record Day(@Nullable String day, @Nullable Quiet hours) {}

    /** When the digest comes; without a day, every day. */
    record Digest(@Nullable String day, @Nullable String at) {}

    /** When to be reminded to check in; without days, on every day. */
    record Reminder(@Nullable String at, @Nullable List<@Nullable String> weekdays) {}

    record Email(@Nullable String address, @Nullable Boolean enabled) {}

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int DAYS = 7;
    private static final int LONGEST_LOCALE = 35;
    private static final int LONGEST_ADDRESS = 254;

    /** One {@code @} with something plain on both sides: nothing that could end a mail's header or begin another. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");

    /** What is to hold; 400 with every faulty field. */
    PreferencesChanged read() {
        Reading reading = new Reading();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            reading.fault("/zone", "not-a-zone", "Send the name of a time zone, such as Europe/Berlin.");
        }
        if (locale != null && !isLanguageTag(locale)) {
            reading.fault("/locale", "not-a-language", "Send a language tag, such as en or de-CH.");
        }
        QuietHours quiet = quietHours == null ? null : quiet("/quietHours", quietHours, reading);
        EmailPreference mail = email == null ? null : read(email, reading);
        List<QuietDay> days = days(reading);
        List<Choice> chosen = ChoiceRequest.read(choices, reading);
        Instant pause = pause(reading);
        DigestTime digestTime = digest == null ? null : digest(digest, reading);
        ReminderTime reminderTime = reminder == null ? null : reminder(reminder, reading);
        reading.throwIfAny();
        return new PreferencesChanged(zone, locale, quiet, mail, days, chosen, pause, digestTime,
                Boolean.TRUE.equals(discreet), Boolean.TRUE.equals(safetyAnytime), reminderTime);
    }

    /** In the order of the week, so that the same days are the same list. */
    private List<QuietDay> days(Reading reading) {
        if (quietDays == null) {
            return List.of();
        }
        reading.mostItems("/quietDays", quietDays, DAYS);
        Map<Weekday, QuietDay> read = new EnumMap<>(Weekday.class);
        for (int i = 0; i < Math.min(quietDays.size(), DAYS); i++) {
            String pointer = "/quietDays/" + i;
            Day one = quietDays.get(i);
            reading.required(pointer, one);
            Weekday day = one == null ? null : day(pointer, one, reading);
            if (one != null && day != null && read.put(day, new QuietDay(day,
                    one.hours() == null ? null : quiet(pointer + "/hours", one.hours(), reading))) != null) {
                reading.fault(pointer + "/day", "twice", "Name each day once.");
            }
        }
        return List.copyOf(read.values());
    }

    private static @Nullable Weekday day(String pointer, Day one, Reading reading) {
        reading.required(pointer + "/day", one.day());
        return reading.choice(pointer + "/day", one.day(), Weekday.class);
    }

    private @Nullable Instant pause(Reading reading) {
        if (pausedUntil == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(pausedUntil).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException _) {
            reading.fault("/pausedUntil", "not-a-time",
                    "Send a time with its offset, as in 2026-12-01T08:00:00+01:00.");
            return null;
        }
    }

    private static @Nullable DigestTime digest(Digest digest, Reading reading) {
        Weekday day = reading.choice("/digest/day", digest.day(), Weekday.class);
        LocalTime at = time("/digest/at", digest.at(), reading);
        return at == null ? null : new DigestTime(day, at);
    }

    /** All days of the week are said as none. */
    private static @Nullable ReminderTime reminder(Reminder reminder, Reading reading) {
        LocalTime at = time("/reminder/at", reminder.at(), reading);
        List<Weekday> days = reading.choices("/reminder/weekdays", reminder.weekdays(), Weekday.class);
        return at == null ? null : new ReminderTime(at, days.size() == DAYS ? List.of() : days);
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !tag.isEmpty() && tag.length() <= LONGEST_LOCALE
                    && !new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().equals("und");
        } catch (IllformedLocaleException _) {
            return false;
        }
    }

    private static @Nullable QuietHours quiet(String pointer, Quiet quiet, Reading reading) {
        LocalTime from = time(pointer + "/from", quiet.from(), reading);
        LocalTime to = time(pointer + "/to", quiet.to(), reading);
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            reading.fault(pointer + "/to", "same-time", "Send a time other than the one they begin at.");
        }
        return new QuietHours(from, to);
    }

    private static @Nullable LocalTime time(String pointer, @Nullable String text, Reading reading) {
        reading.required(pointer, text);
        if (text == null) {
            return null;
        }
        if (!TIME.matcher(text).matches()) {
            reading.fault(pointer, "not-a-time", "Send a time of day, as in 21:30.");
            return null;
        }
        return LocalTime.parse(text);
    }

    private static @Nullable EmailPreference read(Email email, Reading reading) {
        String address = email.address();
        reading.required("/email/address", address);
        if (address == null) {
            return null;
        }
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches() || address.contains("..")) {
            reading.fault("/email/address", "not-an-address", "Send a mail address, such as anna@example.org.");
        }
        return new EmailPreference(PrivateText.of(address), email.enabled() != null && email.enabled());
    }
}
