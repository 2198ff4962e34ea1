package attune.checkin.measures;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.checkin.intake.Kept;
import attune.checkin.timeline.Listed;
import attune.checkin.timeline.Timeline;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Update;
import attune.eventlog.records.Recorded;
import attune.events.AnswersId;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.PersonId;
import attune.events.Position;

/** Answers as the history keeps them: the first that came under their id. */
public record AnswersDocument(@Nullable MeasureAnswered said, @Nullable OffsetDateTime occurredAt,
        @Nullable Position position) implements Listed {

    public static final DocumentKind<AnswersDocument> KIND = new DocumentKind<>("measureAnswers",
            AnswersDocument.class, new AnswersDocument(null, null, null));

    /** What answers change. */
    public static List<Update<?>> updates(Recorded<?> recorded, MeasureAnswered said) {
        List<Update<?>> updates = new ArrayList<>();
        updates.add(Update.of(KIND, id(recorded.person(), said.measure(), said.answers()),
                state -> state.said() != null
                        ? state
                        : new AnswersDocument(said, recorded.occurredAt(), recorded.position())));
        updates.addAll(Timeline.updates(recorded, list(said.measure()), said.measure() + "/" + said.answers()));
        said.scores().stream().findFirst()
                .map(score -> new DatedScore(recorded.occurredAt().toInstant(), score.value()))
                .ifPresent(score -> updates.add(Update.of(Standing.KIND, standing(recorded.person(), said.measure()),
                        state -> state.with(score))));
        return updates;
    }

    static String id(PersonId person, String measure, AnswersId answers) {
        return person.value() + "/" + measure + "/" + answers;
    }

    static String list(String measure) {
        return "measure-" + measure;
    }

    static String standing(PersonId person, String measure) {
        return person.value() + "/" + measure;
    }

    @Nullable
    Kept<MeasureAnswered> kept() {
        return said == null || occurredAt == null || position == null ? null : new Kept<>(said, occurredAt, position);
    }
}
