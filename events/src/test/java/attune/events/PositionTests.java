package attune.events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PositionTests {

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(Log log) {
        Position position = new Position(log, 11, 999_999_999_999L);
        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    @Test
    void looksAsInTheHeaderOfAnAnswer() {
        assertThat(new Position(Log.JOURNAL, 3, 1234)).hasToString("journal-3@1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "journal", "journal-3", "journal-3@", "journal--3@1", "journal-3@-1", "other-3@1",
            "journal-3@1 ", "journal-٣@1", "Journal-3@1", "journal-3@9999999999999999999", "journal-9999999@1"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startsAtZero() {
        assertThatThrownBy(() -> new Position(Log.JOURNAL, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Position(Log.JOURNAL, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyLogIsFoundByItsNames(Log log) {
        assertThat(Log.ofShortName(log.shortName())).isEqualTo(log);
        assertThat(Log.ofTopic(log.topic())).isEqualTo(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "journal", "attune.", "attune.other", "ATTUNE.journal"})
    void noOtherTopicIsALog(String topic) {
        assertThatThrownBy(() -> Log.ofTopic(topic)).isInstanceOf(IllegalArgumentException.class);
    }
}
