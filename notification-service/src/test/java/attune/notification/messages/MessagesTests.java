package attune.notification.messages;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import attune.events.Category;
import attune.events.Notice;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTests {

    private static final URI APP = URI.create("https://attune.example/app?a=1&b=2");
    private static final URI STOP = URI.create("https://attune.example/api/v1/unsubscribe/abc");

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"de,de", "de-AT,de", "de-Latn-CH-1996,de", "en-GB,en", "fr,en", "none,en",
            "%%,en", "../../etc,en", "'',en"})
    void speaksTheLanguageNearestToThePersons(@Nullable String locale, String language) {
        assertThat(Messages.mail(Category.SUGGESTION, locale, APP, null).language()).isEqualTo(language);
        assertThat(Messages.push(Category.SUGGESTION, locale, false).language()).isEqualTo(language);
        assertThat(Messages.notice(Notice.TIME_OUT, locale).language()).isEqualTo(language);
    }

    @Test
    void fallsBackFromTheCountryToTheLanguageToEnglish() {
        assertThat(Templates.chain("de-AT")).containsExactly("de-AT", "de", "en");
        assertThat(Templates.chain(null)).isEqualTo(List.of("en"));
    }

    @Test
    void linksToTheAppAndOnlyWhereItIsOfferedToTheEndOfSuchMails() {
        MailWords with = Messages.mail(Category.SUGGESTION, "en", APP, STOP);
        MailWords without = Messages.mail(Category.SUGGESTION, "en", APP, null);

        assertThat(with.plain()).contains("\n" + APP + "\n", "\n" + STOP + "\n");
        assertThat(with.html()).contains("href=\"https://attune.example/app?a&#x3D;1&amp;b&#x3D;2\"",
                "href=\"" + STOP + "\"");
        assertThat(without.plain() + without.html()).contains("attune.example/app").doesNotContain("unsubscribe",
                "No more mails");
    }

    @Test
    void doesNotEvenNameItselfWhenItIsToBeDiscreet() {
        assertThat(Messages.push(Category.SAFETY, "en", true)).isEqualTo(
                new Words("en", "Reminder", "There is something new."));
        assertThat(Messages.push(Category.SUGGESTION, "de", true)).isEqualTo(
                new Words("de", "Erinnerung", "Es gibt etwas Neues."));
    }

    @Test
    void tellsWhatItDoesNotKnowAsANote() {
        assertThat(Messages.push(Category.UNKNOWN, "en", false)).isEqualTo(
                Messages.push(Category.SUGGESTION, "en", false));
    }
}
