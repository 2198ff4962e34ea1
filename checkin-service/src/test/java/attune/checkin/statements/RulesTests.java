package attune.checkin.statements;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulesTests {

    private static final RuleBook BOOK = RuleBook.read();
    private static final WordReader READER = new WordReader(BOOK.vocabulary().words());

    static Stream<RuleSheet> sheets() {
        return Stream.concat(BOOK.flags().values().stream(), BOOK.slots().values().stream());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyRuleFires(RuleSheet sheet) {
        for (Rule rule : sheet.rules()) {
            assertThat(rule.hits()).as(sheet.name() + "/" + rule.name()).isNotEmpty();
            assertThat(rule.hits()).as(sheet.name() + "/" + rule.name())
                    .allMatch(text -> rule.in(READER.read(text)).findAny().isPresent());
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyGuardHolds(RuleSheet sheet) {
        for (Rule rule : sheet.rules()) {
            assertThat(rule.spares()).as(sheet.name() + "/" + rule.name())
                    .allMatch(text -> rule.in(READER.read(text)).findAny().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void whatIsFoundIsExplained(RuleSheet sheet) {
        if (sheet.kind().equals("flag")) {
            assertThat(sheet.says("why")).endsWith(".");
            assertThat(sheet.says("ask")).endsWith("?");
            assertThat(sheet.weight()).isNotNegative();
        }
    }

    @Test
    void saysWhichLineCannotBeRead() {
        List<String> lines = List.of("flag blame", "", "rule broken", "when (you always");

        assertThatThrownBy(() -> RuleSheetReader.read("blame.rules", lines, BOOK.vocabulary()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blame.rules, rule broken at line 3")
                .hasMessageContaining("a closing bracket is missing");
    }

    @Test
    void saysWhichWordsAreMissing() {
        assertThatThrownBy(() -> PatternReader.read("you @nowhere", BOOK.vocabulary()))
                .hasMessageContaining("nowhere");
    }
}
