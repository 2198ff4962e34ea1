package attune.notification.channels.push;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import attune.events.Category;

import static org.assertj.core.api.Assertions.assertThat;

class PushTextTests {

    /** What must not be seen by who looks over a shoulder: moods, topics, risk, partners, placeholders. */
    private static final Pattern FORBIDDEN = Pattern.compile("conflict|argument|partner|mood|feel|sad|angry|safe|risk"
            + "|crisis|suicid|harm|coach|therap|streit|konflikt|partner|stimmung|gefühl|traurig|wütend|sicher|krise"
            + "|risiko|therap|[{}<>%$]|https?:");
    private static final int LONGEST = 80;

    @ParameterizedTest
    @EnumSource
    void saysNothingThatIsNobodysBusiness(Category category) {
        for (String locale : List.of("en", "de", "fr", "de-CH")) {
            for (boolean discreet : new boolean[]{true, false}) {
                PushText text = PushText.of(category, locale, discreet);
                for (String line : List.of(text.title(), text.body())) {
                    assertThat(line).isNotBlank().hasSizeLessThan(LONGEST);
                    assertThat(line.toLowerCase(Locale.ROOT)).doesNotContainPattern(FORBIDDEN);
                }
            }
        }
    }

    @Test
    void speaksTheLanguageOfThePersonOrEnglish() {
        assertThat(PushText.of(Category.SUGGESTION, "de-AT", false))
                .isEqualTo(new PushText("Attune", "Eine Nachricht wartet auf dich."));
        assertThat(PushText.of(Category.SUGGESTION, "fr", false))
                .isEqualTo(new PushText("Attune", "A note is waiting for you."));
        assertThat(PushText.of(Category.SUGGESTION, null, false).body()).isEqualTo("A note is waiting for you.");
    }

    @Test
    void doesNotEvenNameItselfWhenItIsToBeDiscreet() {
        assertThat(PushText.of(Category.SAFETY, "en", true)).isEqualTo(new PushText("Reminder",
                "There is something new."));
        assertThat(PushText.of(Category.SUGGESTION, "de", true)).isEqualTo(new PushText("Erinnerung",
                "Es gibt etwas Neues."));
    }
}
