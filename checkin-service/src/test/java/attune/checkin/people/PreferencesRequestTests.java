package attune.checkin.people;

import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.Faults;
import attune.checkin.people.PreferencesRequest.Email;
import attune.checkin.people.PreferencesRequest.Quiet;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.JournalEvent.QuietHours;
import attune.events.PrivateText;

import static org.assertj.core.api.Assertions.assertThat;

class PreferencesRequestTests {

    @Test
    void saysWhatWasSent() {
        assertThat(new PreferencesRequest("Europe/Berlin", "en", new Quiet("21:30", "08:00"),
                new Email("anna@example.org", true)).read())
                .isEqualTo(new PreferencesChanged("Europe/Berlin", "en",
                        new QuietHours(LocalTime.of(21, 30), LocalTime.of(8, 0)),
                        new EmailPreference(PrivateText.of("anna@example.org"), true)));
    }

    @Test
    void needsNothing() {
        assertThat(new PreferencesRequest(null, null, null, null).read())
                .isEqualTo(new PreferencesChanged(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "Z", "UTC+1", "Europe/Atlantis", "europe/berlin", "", "../etc"})
    void refusesWhatIsNoNameOfAZone(String zone) {
        assertThat(faults(new PreferencesRequest(zone, null, null, null))).containsExactly("/zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "de_DE", "", " en", "en-US-\r\n"})
    void refusesWhatIsNoLanguageTag(String locale) {
        assertThat(faults(new PreferencesRequest(null, locale, null, null))).containsExactly("/locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@example.org", "a@b@c", "anna@example.org\r\nBcc: all@example.org",
            "anna @example.org", "anna@exam\nple.org", "\"anna\"@example.org", "anna@-example.org",
            "anna@example..org", "<anna@example.org>", "anna@example.org,bob@example.org"})
    void refusesWhatIsNoPlainAddress(String address) {
        assertThat(faults(new PreferencesRequest(null, null, null, new Email(address, true))))
                .containsExactly("/email/address");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String address = "a".repeat(64) + "@" + "b".repeat(190);

        assertThat(faults(new PreferencesRequest(null, null, null, new Email(address, true))))
                .containsExactly("/email/address");
    }

    @Test
    void namesEveryFaultyField() {
        assertThat(faults(new PreferencesRequest("Mars", "x", new Quiet("24:00", null), new Email(null, true))))
                .containsExactly("/zone", "/locale", "/quietHours/from", "/quietHours/to", "/email/address");
        assertThat(faults(new PreferencesRequest(null, null, new Quiet("22:00", "22:00"), null)))
                .containsExactly("/quietHours/to");
    }

    private static List<String> faults(PreferencesRequest request) {
        return Faults.of(request::read);
    }
}
