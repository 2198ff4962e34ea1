package attune.checkin.measures;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.support.Support;
import attune.events.AnswersId;
import attune.events.JournalEvent.MeasureAnswered;

/**
 * Answers as the client gets them back.
 *
 * @param answers by the ids of the items; without those that were skipped
 * @param score absent if too much was skipped
 * @param positive whether the cut-off is reached; absent if there is none, or if too much was skipped to say
 * @param support in the answer to their own PUT only, and only if something calls for it
 */
record Answers(AnswersId id, String measure, String version, OffsetDateTime occurredAt, Map<String, Integer> answers,
        @Nullable Double score, @Nullable Boolean positive, @Nullable Support support) {

    static Answers of(Measure measure, Kept<MeasureAnswered> kept, @Nullable Support support) {
        MeasureAnswered said = kept.event();
        Map<String, Integer> answers = new LinkedHashMap<>();
        said.items().forEach(item -> {
            if (item.value() != null) {
                answers.put(item.item(), item.value());
            }
        });
        return new Answers(said.answers(), said.measure(), said.version(), kept.occurredAt(), answers,
                said.scores().isEmpty() ? null : said.scores().getFirst().value(), measure.positive(said.items()),
                support);
    }
}
