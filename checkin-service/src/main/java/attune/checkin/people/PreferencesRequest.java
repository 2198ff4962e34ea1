package attune.checkin.people;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.PrivateText;

/** How and when a client wants to be reached, as they send it. What is left out is no longer wanted. */
record PreferencesRequest(@Nullable String zone, @Nullable String locale, @Nullable Quiet quietHours,
        @Nullable Email email) {

    record Quiet(@Nullable String from, @Nullable String to) {}

    record Email(@Nullable String address, @Nullable Boolean enabled) {}

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
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
        QuietHours quiet = quietHours == null ? null : read(quietHours, reading);
        EmailPreference mail = email == null ? null : read(email, reading);
        reading.throwIfAny();
        return new PreferencesChanged(zone, locale, quiet, mail);
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !tag.isEmpty() && tag.length() <= LONGEST_LOCALE
                    && !new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().equals("und");
        } catch (IllformedLocaleException _) {
            return false;
        }
    }

    private static @Nullable QuietHours read(Quiet quiet, Reading reading) {
        LocalTime from = time("/quietHours/from", quiet.from(), reading);
        LocalTime to = time("/quietHours/to", quiet.to(), reading);
        if (from == null || to == null) {
            return null;
        }
        if (from.equals(to)) {
            reading.fault("/quietHours/to", "same-time", "Send a time other than the one they begin at.");
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
