package attune.notification.channels.email;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import attune.events.About;
import attune.events.Conduct;
import attune.events.WireName;

import static org.assertj.core.api.Assertions.assertThat;

class MailTextTests {

    private static final URI APP = URI.create("https://attune.example/app?a=1&b=2");

    /** Moods, topics, people, risk: nothing of this may stand on a lock screen or in a mailbox that others see. */
    private static final List<String> PRIVATE = List.of("conflict", "konflikt", "streit", "fight", "argument",
            "quarrel",
            "mood", "stimmung", "feel", "gefühl", "lonely", "einsam", "angry", "wütend", "sad", "traurig", "afraid",
            "angst", "safe", "sicher", "risk", "risiko", "harm", "suicid", "suizid", "violence", "gewalt", "abuse",
            "missbrauch", "crisis", "krise", "help line", "notruf", "therap", "coach", "partner", "family", "familie",
            "friend", "freund", "relationship", "beziehung", "money", "geld", "sex", "jealous", "eifersucht", "divorce",
            "trennung", "suggest", "vorschlag", "pause", "repair", "check-in", "urgent", "dringend", "!");

    static Stream<String> languages() {
        return Stream.of("en", "de");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysNothingPrivate(String language) {
        MailText text = MailText.of(language, URI.create("https://app.example/"));
        String all = (text.subject() + text.plain() + text.html().replace("<!DOCTYPE html>", ""))
                .toLowerCase(Locale.ROOT);

        assertThat(PRIVATE.stream().filter(all::contains)).isEmpty();
        assertThat(choices().filter(all::contains)).isEmpty();
    }

    private static Stream<String> choices() {
        return Stream.of(About.values(), Conduct.values()).flatMap(Arrays::stream).map(WireName.class::cast)
                .map(WireName::wireName)
                .filter(name -> !List.of("unknown", "work", "self").contains(name));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void leavesNoBlankUnfilled(String language) {
        MailText text = MailText.of(language, APP);

        assertThat(text.subject() + text.plain() + text.html()).doesNotContain("{{").doesNotContain("}}");
        assertThat(text.subject()).hasSizeLessThan(60).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"de,de", "de-AT,de", "en-GB,en", "fr,en", "none,en", "%%,en"})
    void speaksTheLanguageOfThePersonIfItKnowsIt(@Nullable String locale, String language) {
        assertThat(MailText.of(locale, APP).language()).isEqualTo(language);
    }

    @Test
    void linksToTheApp() {
        assertThat(MailText.of("en", APP).plain()).contains("\nhttps://attune.example/app?a=1&b=2\n");
        assertThat(MailText.of("en", APP).html()).contains("href=\"https://attune.example/app?a=1&amp;b=2\"");
    }
}
