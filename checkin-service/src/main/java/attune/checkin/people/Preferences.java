package attune.checkin.people;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.JournalEvent.ReminderTime;
import attune.events.Weekday;

/** How and when a person wants to be reached, as they get it back: what they have not said is left out. */
record Preferences(@Nullable String zone, @Nullable String locale, @Nullable Quiet quietHours,
        @Nullable EmailPreference email, @JsonInclude(Include.NON_EMPTY) List<Day> quietDays,
        @JsonInclude(Include.NON_EMPTY) List<Choice> choices, @Nullable Instant pausedUntil, @Nullable Digest digest,
        @Nullable Boolean discreet, @Nullable Boolean safetyAnytime, @Nullable Reminder reminder) {

    /** The quiet hours that begin on one day; without hours, none begin on it. */
    record Day(Weekday day, @Nullable Quiet hours) {}

    /** When the digest comes; without a day, every day. */
    record Digest(@Nullable Weekday day, String at) {}

    /** When to be reminded to check in; without days, on every day. */
    record Reminder(String at, @JsonInclude(Include.NON_EMPTY) List<Weekday> weekdays) {}

    /** Times of day such as {@code 21:30}. */
    record Quiet(String from, String to) {

        private static Quiet of(QuietHours hours) {
            return new Quiet(hours.from().toString(), hours.to().toString());
        }
    }

    static Preferences of(PreferencesChanged said) {
        DigestTime digest = said.digest();
        ReminderTime reminder = said.reminder();
        return new Preferences(said.zone(), said.locale(), quiet(said.quietHours()), said.email(),
                said.quietDays().stream().map(one -> new Day(one.day(), quiet(one.hours()))).toList(),
                said.choices(), said.pausedUntil(),
                digest == null ? null : new Digest(digest.day(), digest.at().toString()), said.discreet() ? true : null,
                said.safetyAnytime() ? true : null,
                reminder == null ? null : new Reminder(reminder.at().toString(), reminder.weekdays()));
    }

    private static @Nullable Quiet quiet(@Nullable QuietHours hours) {
        return hours == null ? null : Quiet.of(hours);
    }
}
