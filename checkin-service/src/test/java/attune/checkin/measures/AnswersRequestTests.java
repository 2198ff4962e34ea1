package attune.checkin.measures;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import attune.checkin.Faults;
import attune.events.AnswersId;
import attune.events.JournalEvent.ItemAnswer;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.Score;
import attune.events.PersonId;
import attune.events.RiskTier;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersRequestTests {

    private static final PersonId ANNA = PersonId.of("client-1");
    private static final AnswersId ID = AnswersId.of("019ab1f0-6a00-7c3e-9d21-5f0e8b7a1c01");
    private static final Instant NOW = Instant.parse("2026-11-23T20:04:05.678Z");
    private static final Measure HARK = new Measures().find("hark").orElseThrow();

    @Test
    void keepsEveryItemAndWhatFollows() {
        MeasureAnswered said = read(Map.of("afraid", 1, "hurt", 0));

        assertThat(said.version()).isEqualTo(HARK.version());
        assertThat(said.items()).containsExactly(new ItemAnswer("humiliated", null), new ItemAnswer("afraid", 1),
                new ItemAnswer("forced", null), new ItemAnswer("hurt", 0));
        assertThat(said.scores()).isEmpty();
        assertThat(said.asks()).isEqualTo(RiskTier.S2);
        assertThat(said.reason()).isEqualTo("hark");
    }

    @Test
    void asksForNothingWhenNothingWasFound() {
        MeasureAnswered said = read(Map.of("humiliated", 0, "afraid", 0, "forced", 0, "hurt", 0));

        assertThat(said.scores()).containsExactly(new Score("total", 0.0));
        assertThat(said.asks()).isEqualTo(RiskTier.S0);
        assertThat(said.reason()).isNull();
    }

    @Test
    void namesEveryFaultAndNeverTheInput() {
        Map<String, @Nullable Integer> answers = new HashMap<>(Map.of("afraid", 2, "secret-word", 1));
        answers.put("hurt", null);

        assertThat(Faults.of(() -> new AnswersRequest("yesterday", "2020-1", answers).read(ANNA, HARK, ID, NOW)))
                .containsExactlyInAnyOrder("/occurredAt", "/version", "/answers", "/answers/afraid");
        assertThat(Faults.of(() -> new AnswersRequest(null, null, Map.of()).read(ANNA, HARK, ID, NOW)))
                .containsExactly("/answers");
    }

    private static MeasureAnswered read(Map<String, @Nullable Integer> answers) {
        return new AnswersRequest(null, HARK.version(), answers).read(ANNA, HARK, ID, NOW).event();
    }
}
