package attune.checkin.people;

import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.Faults;
import attune.checkin.people.PreferencesRequest.Day;
import attune.checkin.people.PreferencesRequest.Digest;
import attune.checkin.people.PreferencesRequest.Email;
import attune.checkin.people.PreferencesRequest.Quiet;
import attune.checkin.people.PreferencesRequest.Reminder;
import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.DigestTime;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietDay;
import attune.events.JournalEvent.QuietHours;
import attune.events.JournalEvent.ReminderTime;
import attune.events.Level;
import attune.events.PrivateText;
import attune.events.Weekday;

import static org.assertj.core.api.Assertions.assertThat;

class PreferencesRequestTests {

    @Test
    void saysWhatWasSent() {
        assertThat(request("Europe/Berlin", "en", new Quiet("21:30", "08:00"),
                new Email("anna@example.org", true)).read())
                .isEqualTo(new PreferencesChanged("Europe/Berlin", "en",
                        new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0)),
                        new EmailPreference(PrivateText.of("anna@example.org"), true)));
    }

    @Test
    void needsNothing() {
        assertThat(request(null, null, null, null).read())
                .isEqualTo(new PreferencesChanged(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "Z", "UTC+1", "Europe/Atlantis", "europe/berlin", "", "../etc"})
    void refusesWhatIsNoNameOfAZone(String zone) {
        assertThat(faults(request(zone, null, null, null))).containsExactly("/zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "de_DE", "", " en", "en-US-\r\n"})
    void refusesWhatIsNoLanguageTag(String locale) {
        assertThat(faults(request(null, locale, null, null))).containsExactly("/locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@example.org", "a@b@c", "anna@example.org\r\nBcc: all@example.org",
            "anna @example.org", "anna@exam\nple.org", "\"anna\"@example.org", "anna@-example.org",
            "anna@example..org", "<anna@example.org>", "anna@example.org,bob@example.org"})
    void refusesWhatIsNoPlainAddress(String address) {
        assertThat(faults(request(null, null, null, new Email(address, true))))
                .containsExactly("/email/address");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String address = "a".repeat(64) + "@" + "b".repeat(190);

        assertThat(faults(request(null, null, null, new Email(address, true))))
                .containsExactly("/email/address");
    }

    @Test
    void namesEveryFaultyField() {
        assertThat(faults(request("Mars", "x", new Quiet("24:00", null), new Email(null, true))))
                .containsExactly("/zone", "/locale", "/quietHours/from", "/quietHours/to", "/email/address");
        assertThat(faults(request(null, null, new Quiet("22:00", "22:00"), null)))
                .containsExactly("/quietHours/to");
    }

    @Test
    void saysWhenAndHowWhatMayCome() {
        PreferencesChanged said = new PreferencesRequest("Asia/Kolkata", null, null, null,
                List.of(new Day("sunday", null), new Day("friday", new Quiet("23:00", "10:00"))),
                List.of(new ChoiceRequest("suggestion", "push", "digest"),
                        new ChoiceRequest("reminder", "email", "on")),
                "2026-12-01T08:00:00+05:30", new Digest(null, "18:00"), true, null,
                new Reminder("19:30", List.of("friday", "monday"))).read();

        assertThat(said.quietDays()).containsExactly(
                new QuietDay(Weekday.FRIDAY, new QuietHours(LocalTime.of(23, 0), LocalTime.of(10, 0))),
                new QuietDay(Weekday.SUNDAY, null));
        assertThat(said.choices()).containsExactly(new Choice(Category.SUGGESTION, Channel.PUSH, Level.DIGEST),
                new Choice(Category.REMINDER, Channel.EMAIL, Level.ON));
        assertThat(said.pausedUntil()).isEqualTo("2026-12-01T02:30:00Z");
        assertThat(said.digest()).isEqualTo(new DigestTime(null, LocalTime.of(18, 0)));
        assertThat(said.discreet()).isTrue();
        assertThat(said.safetyAnytime()).isFalse();
        assertThat(said.reminder())
                .isEqualTo(new ReminderTime(LocalTime.of(19, 30), List.of(Weekday.MONDAY, Weekday.FRIDAY)));
    }

    @Test
    void namesWhatCannotBeChosen() {
        assertThat(faults(new PreferencesRequest(null, null, null, null,
                List.of(new Day("someday", null), new Day("friday", null), new Day("friday", null)),
                List.of(new ChoiceRequest("account", "email", "off"), new ChoiceRequest("suggestion", "inbox", "off"),
                        new ChoiceRequest("safety", "push", "digest"), new ChoiceRequest("gossip", "push", null)),
                "tomorrow", new Digest("friday", "25:00"), null, null, new Reminder("7", List.of("noday")))))
                .containsExactlyInAnyOrder("/quietDays/0/day", "/quietDays/2/day", "/choices/0/category",
                        "/choices/1/channel", "/choices/2/level", "/choices/3/category", "/choices/3/level",
                        "/pausedUntil", "/digest/at", "/reminder/at", "/reminder/weekdays/0");
    }

    private static PreferencesRequest request(@Nullable String zone, @Nullable String locale, @Nullable Quiet quiet,
            @Nullable Email email) {
        return new PreferencesRequest(zone, locale, quiet, email, null, null, null, null, null, null, null);
    }

    private static List<String> faults(PreferencesRequest request) {
        return Faults.of(request::read);
    }
}
