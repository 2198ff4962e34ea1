package attune.checkin.statements;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import attune.checkin.statements.LabelledStatements.Labelled;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewPropertiesTests {

    private static final StatementReviewer REVIEWER = StatementReviewer.load();
    private static final List<Labelled> ALL = LabelledStatements.statements("development.jsonl");
    private static final int MANY = 400;

    static Stream<Labelled> flagged() {
        return ALL.stream().filter(statement -> !statement.flags().isEmpty());
    }

    @Test
    void bearsAnyText() {
        Random random = new Random(23);
        for (int i = 0; i < MANY; i++) {
            String text = random.ints(random.nextInt(200), 0, 0x3000).mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertHolds(text, REVIEWER.review(text));
        }
    }

    @Test
    void bearsAnyMixtureOfStatements() {
        Random random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            String text = Stream.generate(() -> piece(random)).limit(1 + random.nextInt(6))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            assertHolds(text, REVIEWER.review(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "?!", "you", "\uD83D", "I feel", "when you", "\n\n\n", "((((",
            "you you you you"})
    void bearsNearlyNothing(String text) {
        assertHolds(text, REVIEWER.review(text));
    }

    @Test
    void seesThroughCase() {
        assertThat(flagged()).allMatch(statement -> sameFlags(statement.text(),
                statement.text().toUpperCase(Locale.ROOT)));
    }

    @Test
    void seesThroughLookalikesAndHiddenSigns() {
        assertThat(flagged()).allMatch(statement -> sameFlags(statement.text(),
                statement.text().replace("e", "\u0435").replace("o", "\u043E\u200B")));
    }

    @Test
    void seesThroughTypographicApostrophesAndWideGaps() {
        assertThat(flagged()).allMatch(statement -> sameFlags(statement.text(),
                statement.text().replace('\'', '\u2019').replace(" ", "   ")));
    }

    @Test
    void neverSoftensHarm() {
        assertThat(ALL).allSatisfy(statement -> {
            Review alone = REVIEWER.review(statement.text());
            Review together = REVIEWER.review(statement.text() + " You hit me again last night.");
            assertThat(together.harm()).isTrue();
            assertThat(together.wordings()).isEmpty();
            assertThat(alone.harm()).isEqualTo(alone.has(FlagName.HARM_REPORT));
        });
    }

    @Test
    void offersNothingThatItWouldFlag() {
        assertThat(ALL).allSatisfy(statement -> assertThat(REVIEWER.review(statement.text()).wordings())
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(wording -> assertThat(REVIEWER.review(wording).flags()).as(wording).isEmpty()));
    }

    @Test
    void offersSomethingForEachFlagButHarm() {
        assertThat(flagged()).allMatch(statement -> {
            Review review = REVIEWER.review(statement.text());
            return review.harm() || review.flags().isEmpty() || !review.wordings().isEmpty();
        });
    }

    @Test
    void doesNotTakeASadOrAngryFeelingForABadSentence() {
        assertThat(REVIEWER.review("I feel sad and angry and I need a hug.").overall())
                .isGreaterThanOrEqualTo(REVIEWER.review("It was a lovely day.").overall());
    }

    private static boolean sameFlags(String one, String other) {
        List<FlagName> found = REVIEWER.review(other).flags().stream().map(Review.FlagFound::name).toList();
        return REVIEWER.review(one).flags().stream().allMatch(flag -> found.contains(flag.name()));
    }

    private static void assertHolds(String text, Review review) {
        assertThat(review.overall()).isBetween(1, 5);
        assertThat(review.score()).isBetween(1.0, 5.0);
        assertThat(review.slots()).hasSize(SlotName.values().length);
        Stream<Span> spans = Stream.concat(review.flags().stream().map(Review.FlagFound::span),
                review.slots().values().stream().flatMap(slot -> Stream.ofNullable(slot.span())));
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.start()).isNotNegative().isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
        });
    }

    private static String piece(Random random) {
        String text = ALL.get(random.nextInt(ALL.size())).text();
        int from = random.nextInt(text.length());
        return random.nextBoolean() ? text : text.substring(from);
    }
}
