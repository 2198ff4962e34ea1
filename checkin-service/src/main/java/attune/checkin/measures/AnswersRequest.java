package attune.checkin.measures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Reading;
import attune.checkin.intake.Said;
import attune.events.AnswersId;
import attune.events.EventId;
import attune.events.EventType;
import attune.events.JournalEvent.ItemAnswer;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.JournalEvent.Score;
import attune.events.PersonId;
import attune.events.RiskTier;

/**
 * Answers as the client sends them. Nobody can be named with whom they are to be shared.
 *
 * @param version of the measure that was shown; left out for the one in force
 * @param answers by the ids of the items; left out or null for one that was skipped
 */
record AnswersRequest(@Nullable String occurredAt, @Nullable String version,
        @Nullable Map<String, @Nullable Integer> answers) {

    /** What they say; 400 with every faulty field. */
    Said<MeasureAnswered> read(PersonId person, Measure measure, AnswersId id, Instant now) {
        Reading reading = new Reading();
        OffsetDateTime time = reading.time("/occurredAt", occurredAt, now);
        if (version != null && !version.equals(measure.version())) {
            reading.fault("/version", "another-version", "Read the measure again; it has changed.");
        }
        List<ItemAnswer> items = items(measure, reading);
        reading.throwIfAny();
        Measure.Ask ask = measure.asked(items);
        return new Said<>(
                EventId.about(person, EventType.MEASURE_ANSWERED, measure.name(), id.toString()), person,
                new MeasureAnswered(id, measure.name(), measure.version(), items, scores(measure, items),
                        ask == null ? RiskTier.S0 : ask.tier(), ask == null ? null : ask.reason()),
                time, now);
    }

    private List<ItemAnswer> items(Measure measure, Reading reading) {
        Map<String, @Nullable Integer> given = answers == null ? Map.of() : answers;
        if (given.values().stream().allMatch(Objects::isNull)) {
            reading.fault("/answers", "required", "Answer at least one of the items.");
        }
        if (!measure.items().stream().map(Measure.Item::id).toList().containsAll(given.keySet())) {
            reading.fault("/answers", "unknown-item", "Use the ids of the measure's items only.");
        }
        return measure.items().stream().map(item -> {
            Integer value = given.get(item.id());
            reading.range("/answers/" + item.id(), value, item.least(), item.most());
            return new ItemAnswer(item.id(), value);
        }).toList();
    }

    private static List<Score> scores(Measure measure, List<ItemAnswer> items) {
        return measure.score(items).stream()
                .mapToObj(value -> new Score(measure.score().name(), value))
                .toList();
    }
}
