package attune.checkin.measures;

import java.util.Objects;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Kept;
import attune.checkin.intake.Lookups;
import attune.checkin.intake.Said;
import attune.checkin.intake.Shelf;
import attune.checkin.timeline.Timelines;
import attune.eventlog.documents.Documents;
import attune.events.JournalEvent.MeasureAnswered;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The answers of people, as far as they are folded. */
@Component
class AnswersShelf implements Shelf<MeasureAnswered> {

    private final Documents documents;
    private final Timelines timelines;
    private final Lookups<AnswersDocument> lookups;

    AnswersShelf(Documents documents, Timelines timelines) {
        this.documents = documents;
        this.timelines = timelines;
        this.lookups = new Lookups<>(ids -> documents.findAll(AnswersDocument.KIND, ids));
    }

    @Override
    public Mono<Kept<MeasureAnswered>> find(Said<MeasureAnswered> said) {
        return lookups.find(AnswersDocument.id(said.person(), said.event().measure(), said.event().answers()))
                .mapNotNull(AnswersDocument::kept);
    }

    Mono<Page<Answers>> list(PersonId person, Measure measure, Paging paging) {
        return timelines.read(person, AnswersDocument.list(measure.name()), paging, AnswersDocument.KIND)
                .map(page -> new Page<>(page.items().stream()
                        .map(one -> Answers.of(measure,
                                Objects.requireNonNull(one.kept(), "what is listed was said"), null))
                        .toList(), page.next()));
    }

    Mono<Change> change(PersonId person, Measure measure) {
        return documents.find(Standing.KIND, AnswersDocument.standing(person, measure.name()))
                .defaultIfEmpty(Standing.KIND.initial())
                .map(standing -> Change.of(measure, standing));
    }
}
