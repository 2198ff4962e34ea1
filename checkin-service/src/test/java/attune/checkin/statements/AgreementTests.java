package attune.checkin.statements;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import attune.checkin.statements.LabelledStatements.Labelled;
import attune.checkin.statements.LabelledStatements.Pair;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what was reached on statements that people labelled; the numbers stand in {@code docs/statements.md}. */
class AgreementTests {

    private static final StatementReviewer REVIEWER = StatementReviewer.load();
    private static final List<Labelled> ALL = Stream
            .of("development.jsonl", "fresh-1.jsonl", "fresh-2.jsonl", "fresh-3.jsonl", "fresh-4.jsonl",
                    "fresh-5.jsonl", "fresh-6.jsonl", "kind.jsonl")
            .flatMap(file -> LabelledStatements.statements(file).stream()).toList();
    private static final Measured MEASURED = Measured.of(REVIEWER, ALL);

    @ParameterizedTest
    @EnumSource
    void findsWhatPeopleFind(FlagName flag) {
        assertThat(MEASURED.of(flag).f1()).as(MEASURED.table()).isGreaterThanOrEqualTo(0.88);
    }

    @ParameterizedTest
    @EnumSource
    void seesTheSlotsThatPeopleSee(SlotName slot) {
        assertThat(MEASURED.of(slot).f1()).as(MEASURED.table()).isGreaterThanOrEqualTo(0.55);
    }

    @Test
    void agreesWithPeopleOnTheWhole() {
        assertThat(MEASURED.meanF1()).as(MEASURED.table()).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void putsTheBetterWordingFirst() {
        List<Pair> pairs = LabelledStatements.pairs("pairs.jsonl");

        List<Pair> wrong = pairs.stream().filter(pair -> REVIEWER.review(pair.worse()).overall() >= REVIEWER
                .review(pair.better()).overall()).toList();

        assertThat(wrong).hasSizeLessThanOrEqualTo(pairs.size() / 20);
    }
}
