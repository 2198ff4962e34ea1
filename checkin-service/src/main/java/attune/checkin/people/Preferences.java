package attune.checkin.people;

import org.jspecify.annotations.Nullable;

import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;

/** How and when a client wants to be reached, as they get it back. */
record Preferences(@Nullable String zone, @Nullable String locale, @Nullable Quiet quietHours,
        @Nullable EmailPreference email) {

    /** Times of day such as {@code 21:30}. */
    record Quiet(String from, String to) {

        private static Quiet of(QuietHours hours) {
            return new Quiet(hours.from().toString(), hours.to().toString());
        }
    }

    static Preferences of(PreferencesChanged said) {
        return new Preferences(said.zone(), said.locale(),
                said.quietHours() == null ? null : Quiet.of(said.quietHours()), said.email());
    }
}
