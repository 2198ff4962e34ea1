package attune.coach.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rule book is whole, a faulty one stops the start with one sentence, and its cards speak as they should. */
class RuleBookFileTests {

    private static final String FILE = read();

    @Test
    void holdsTheRulesInTheirPrecedence() {
        assertThat(RuleBookFile.inForce().rules()).extracting(Rule::id)
                .containsExactly("R02", "R17", "R08", "R10", "R12", "R23");
        assertThat(RuleBookFile.IN_FORCE).isEqualTo("rules/" + RuleBookFile.inForce().version() + ".yml");
    }

    @Test
    void keepsTheLimitsOfTheHandbook() {
        assertThat(RuleBookFile.inForce().limits()).isEqualTo(new Limits(2, 6, 4, 14, 3, 4, 24, 14));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "version: 2026-11-2 | version: 2026-12-1 | its version is 2026-12-1, which is not the name of the file",
            "perDay: 2 | perDay: 0 | limits.perDay has to be above 0",
            "perDay: 2 | perDay: 9 | limits.perDay is above limits.perWeek",
            "sameCardDays: 14 | sameCardDays: 40 | limits.sameCardDays and limits.sameFamilyDays can be at most 30",
            "safetyAtMost: 2 | safetyAtMost: 7 | the ratings under signs have to be from 1 to 5",
            "[afraid, | [Afraid, | the word 'Afraid' under signs is not in lower case",
            "id: R12~ | id: R99~ | nobody knows when the rule R99 applies",
            "precedence: 50 | precedence: 40 | two rules have the precedence 40",
            "family: positivity | family: Good Mood | the family of R12 is not lower case letters and dashes",
            "evidence: B~ | evidence: sure~ | the evidence of R08 is not a grade such as B or A/B",
            "{arousalAtLeast: 4, happenedWithinHours: 4} | {arousalAtLeast: 4} | R02 needs a number above 0 for "
                    + "when.happenedWithinHours",
            "{moodAtMost: 2, happenedWithinHours: 24} | {moodAtMost: 2, happenedWithinHours: 24, x: 1} | R17 does not "
                    + "look at when.x",
            "id: R12.notice | id: R12.thank | there are two cards R12.thank",
            "id: R12.notice | id: R10.notice | the card R10.notice is not named R12. and lower case letters",
            "minutes: 20 | minutes: 90 | R02.time-out takes other than 1 to 60 minutes",
    })
    void saysWhatIsWrongInOneSentence(String part, String instead, String fault) {
        String changed = FILE.replace(part.replace("~", "\n"), instead.replace("~", "\n"));
        assertThat(changed).as("the part to change is there").isNotEqualTo(FILE);

        assertThatThrownBy(() -> load(changed)).isInstanceOf(UnusableRuleBookException.class)
                .hasMessage("The rule book rules/2026-11-2.yml cannot be used: " + fault + ".");
    }

    @Test
    void refusesWhatIsUnknownMissingOrNoYaml() {
        assertThatThrownBy(() -> load(FILE.replace("perDay:", "perday:"))).hasMessage("The rule book "
                + "rules/2026-11-2.yml cannot be used: Missing creator property 'perDay' at limits.perDay.");
        assertThatThrownBy(() -> load(FILE.replace("  perDay:", "  more: 1\n  perDay:"))).hasMessage("The rule book "
                + "rules/2026-11-2.yml cannot be used: Unrecognized property \"more\" at limits.more.");
        assertThatThrownBy(() -> load(FILE.replace("        minutes: 20\n", "")))
                .hasMessageContaining("'minutes' at rules[0].cards[0].minutes");
        assertThatThrownBy(() -> load("")).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> load("rules: [")).isInstanceOf(UnusableRuleBookException.class);
        assertThatThrownBy(() -> RuleBookFile.read("rules/none.yml", null)).hasMessageContaining("it is not there");
    }

    @Test
    void neverBlamesPromisesOrNamesAnybody() {
        Pattern unwanted = Pattern.compile("\\b(must|should|always|never|fault|abus\\w*|narcissis\\w*|toxic|victim|"
                + "disorder|diagnos\\w*|guarantee\\w*|promise\\w*|will fix|will heal|failed|lazy|wrong with|leave them|"
                + "stay with|partner)\\b");

        assertThat(texts()).allSatisfy(text -> assertThat(unwanted.matcher(text.toLowerCase(Locale.ROOT)).find())
                .as(text).isFalse());
    }

    @Test
    void speaksToTheClientOfSmallThings() {
        assertThat(cards()).allSatisfy(card -> {
            assertThat(card.body().toLowerCase(Locale.ROOT)).containsPattern("\\b(you|your|we|us)\\b");
            assertThat(card.steps()).hasSizeBetween(3, 5);
            assertThat(card.minutes()).isLessThanOrEqualTo(20);
        });
    }

    @Test
    void hasACardThatAsksNothingOfTheOtherForWhoIsFlooded() {
        assertThat(RuleBookFile.inForce().rules().getFirst().cards()).extracting(Card::couple)
                .containsExactly(true, false);
    }

    @Test
    void keepsEveryVersionThatEventsMayName() {
        assertThat(RuleBookFile.all()).containsOnlyKeys("2026-11-1", "2026-11-2");
    }

    /** Handbook 10.6: what may be said to whoever needs care turns to nobody but themselves. */
    @Test
    void asksNothingTowardTheOtherInCardsForOneself() {
        Pattern towardTheOther = Pattern.compile("\\b(apolog\\w*|sorry|forgiv\\w*|make up|reconcil\\w*|tell them|"
                + "talk to them|listen to them|their side|the other person|confront\\w*|ultimatum\\w*|secret\\w*|"
                + "leave (him|her|them)|both of you|together)\\b");

        assertThat(stream().filter(card -> !card.couple()).flatMap(RuleBookFileTests::texts)).isNotEmpty()
                .allSatisfy(text -> assertThat(towardTheOther.matcher(text.toLowerCase(Locale.ROOT)).find()).as(text)
                        .isFalse());
    }

    @Test
    void namesNoRiskAndWatchesNobody() {
        Pattern never = Pattern
                .compile("\\b(risk|suicid\\w*|self-harm|kill\\w*|violen\\w*|danger\\w*|victim\\w*|perpetrator|"
                        + "somebody is (watching|reading)|we are (watching|reading)|24/7|police|break[- ]?up|divorce\\w*|"
                        + "anyone would want)\\b");

        assertThat(texts()).allSatisfy(text -> assertThat(never.matcher(text.toLowerCase(Locale.ROOT)).find())
                .as(text).isFalse());
    }

    /** Of every version: what was proposed by an older one may still be said. */
    private static Stream<Card> stream() {
        return RuleBookFile.all().values().stream().flatMap(book -> book.rules().stream())
                .flatMap(rule -> rule.cards().stream());
    }

    private static List<Card> cards() {
        return stream().toList();
    }

    private static List<String> texts() {
        return stream().flatMap(RuleBookFileTests::texts).toList();
    }

    private static Stream<String> texts(Card card) {
        return Stream.concat(Stream.of(card.title(), card.body()), card.steps().stream());
    }

    private static RuleBook load(String content) {
        return RuleBookFile.read(RuleBookFile.IN_FORCE,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read() {
        try (InputStream stream = Objects.requireNonNull(
                RuleBookFileTests.class.getResourceAsStream("/" + RuleBookFile.IN_FORCE))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
