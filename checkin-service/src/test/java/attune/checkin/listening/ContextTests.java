package attune.checkin.listening;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.events.Analysis;
import attune.events.Experiencer;
import attune.events.RiskFinding;
import attune.events.RiskTier;
import attune.events.Timing;

import static org.assertj.core.api.Assertions.assertThat;

/** The words around a passage move what it means, and tricks do not. */
class ContextTests {

    private static final List<String> DESPAIR = List.of("I want to kill myself", "I don't want to be alive anymore",
            "I think about suicide every day", "I want to cut myself", "everyone would be better off without me");
    private static final List<String> VIOLENCE = List.of("My husband hits me", "he choked me",
            "my boyfriend goes through my phone and won't let me see my friends");

    @ParameterizedTest
    @ValueSource(strings = {"My friend said: ", "my sister told me ", "My coworker texted me that "})
    void whatAFriendSaysOfThemselvesIsWatchedNotReviewed(String prefix) {
        for (String text : DESPAIR) {
            assertThat(Ears.tier(prefix + text)).as(prefix + text).isLessThan(RiskTier.S2);
            assertThat(Ears.findings(prefix + text)).anyMatch(finding -> finding.who() == Experiencer.OTHER);
        }
    }

    @Test
    void whatHeOrSheDoesIsWatchedNotReviewed() {
        for (String text : List.of("She emptied the medicine cabinet last night", "he has been cutting again")) {
            assertThat(Ears.tier(text)).as(text).isEqualTo(RiskTier.S1);
            assertThat(Ears.findings(text)).anyMatch(finding -> finding.who() == Experiencer.OTHER);
        }
        assertThat(Ears.tier("he has a gun and I want to kill myself")).isGreaterThanOrEqualTo(RiskTier.S2);
    }

    @Test
    void aNegationTakesItDown() {
        for (String text : List.of("I would never kill myself", "I'm not suicidal", "I have no thoughts of suicide",
                "he has never hit me", "He doesn't choke me", "I don't have suicidal thoughts",
                "I am not going to kill myself", "I have never had thoughts of ending my life",
                "I don't want to kill myself", "I don't want to die")) {
            assertThat(Ears.tier(text)).as(text).isLessThan(RiskTier.S2);
        }
    }

    @Test
    void whatOnlySoundsLikeANegationDoesNot() {
        for (String text : List.of("I can't stop thinking about killing myself", "I don't know if I want to die",
                "I'm not sure I want to live anymore", "I don't know how much longer I can go on",
                "Nothing stops me from killing myself")) {
            assertThat(Ears.tier(text)).as(text).isGreaterThanOrEqualTo(RiskTier.S2);
        }
    }

    @Test
    void whatIsLongAgoIsWatchedNotReviewed() {
        for (String text : List.of("Years ago I wanted to kill myself", "I used to cut myself in high school",
                "When I was 16 I tried to kill myself", "my ex used to hit me, many years ago")) {
            assertThat(Ears.tier(text)).as(text).isEqualTo(RiskTier.S1);
            assertThat(Ears.findings(text)).anyMatch(finding -> finding.time() == Timing.PAST);
        }
    }

    @Test
    void aNowInAnotherClauseDoesNotBringItBack() {
        for (String text : List.of("Ten years ago I tried to kill myself and now I run a shop",
                "I used to think about suicide years ago but now I am well")) {
            assertThat(Ears.tier(text)).as(text).isEqualTo(RiskTier.S1);
        }
        assertThat(Ears.tier("I cut myself and then put the knife back in the drawer")).isEqualTo(RiskTier.S2);
    }

    @Test
    void whatAnotherDoesNotDoIsNoNegationOfMe() {
        assertThat(Ears.tier("If he doesn't ring I'm taking the lot")).isEqualTo(RiskTier.S3);
    }

    @Test
    void everydayLifeExplainsWhatIsOnlyHinted() {
        assertThat(Ears.tier("I've given my guitar away and the keys are with next door.")).isEqualTo(RiskTier.S2);
        assertThat(Ears.tier("I've given my guitar away and the keys are with next door. We are moving abroad."))
                .isLessThan(RiskTier.S2);
    }

    @Test
    void everydayLifeExplainsNothingThatIsSaidOutright() {
        for (String text : List.of("I want to die. We fly to Crete on Saturday, it's our honeymoon.",
                "I'm going to kill myself after the birthday party.")) {
            assertThat(Ears.tier(text)).as(text).isGreaterThanOrEqualTo(RiskTier.S2);
        }
    }

    @Test
    void whatWasAskedForAndDeniedIsNotSaid() {
        assertThat(Ears.tier("The nurse asked whether I had thoughts of ending my life and I said no"))
                .isLessThan(RiskTier.S2);
        assertThat(Ears.tier("The nurse asked whether I had thoughts of ending my life and I said yes"))
                .isEqualTo(RiskTier.S2);
    }

    @Test
    void whatCameBackIsNow() {
        assertThat(Ears.tier("I used to cut myself and now I cut myself again")).isEqualTo(RiskTier.S2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sorry to bother you, but ", "Please, if you have a minute: ", "Thank you so much. "})
    void politenessChangesNothing(String prefix) {
        for (String text : all()) {
            assertThat(Ears.tier(prefix + text)).as(prefix + text).isEqualTo(Ears.tier(text));
        }
    }

    @Test
    void neutralSentencesNeverLowerTheTier() {
        for (String text : all()) {
            for (String neutral : List.of("The weather was nice today.", "We had pasta for dinner.",
                    "My cat is grey.")) {
                assertThat(Ears.tier(neutral + " " + text + ". " + neutral)).as(text)
                        .isGreaterThanOrEqualTo(Ears.tier(text));
            }
        }
    }

    @Test
    void caseUnicodeTricksAndSpacesHideNothing() {
        for (String text : all()) {
            RiskTier tier = Ears.tier(text);
            assertThat(tier).as(text).isGreaterThanOrEqualTo(RiskTier.S2);
            for (String disguised : Disguises.of(text)) {
                assertThat(Ears.tier(disguised)).as(disguised).isGreaterThanOrEqualTo(tier);
            }
        }
    }

    @Test
    void slipsOfTheFingersHideNothing() {
        for (String text : List.of("i wnat to klil mysefl", "I dont wnat to be alvie anymroe", "my husbnad hits me",
                "he chocked me", "i think abuot suicde evry day", "I wantt to cutt myselff")) {
            assertThat(Ears.tier(text)).as(text).isGreaterThanOrEqualTo(RiskTier.S2);
        }
    }

    @Test
    void aJokeIsWatchedNotUrgent() {
        assertThat(Ears.tier("one more meeting and I'll kms lol")).isLessThan(RiskTier.S2);
    }

    @Test
    void knowsWhereAPassageStands() {
        String text = "Ok. \uD83D\uDE00 He cho\u200Bked me, yesterday.";
        RiskFinding finding = Ears.findings(text).getFirst();

        assertThat(finding.passage().field()).isEqualTo("/note");
        assertThat(finding.passage().text().value()).contains("cho\u200Bked me");
        assertThat(text.substring(finding.passage().start(), finding.passage().end()))
                .isEqualTo(finding.passage().text().value());
    }

    @Test
    void saysWhenItDoesNotUnderstand() {
        assertThat(Ears.hear("Ich will nicht mehr leben, mein Mann schlägt mich jeden Tag").analysis())
                .isEqualTo(Analysis.NOT_ANALYSED);
        assertThat(Ears.hear("ok").analysis()).isEqualTo(Analysis.ANALYSED);
    }

    private static List<String> all() {
        return Stream.concat(DESPAIR.stream(), VIOLENCE.stream()).toList();
    }
}
