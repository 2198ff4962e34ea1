package attune.checkin.conflicts;

import java.util.Objects;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Kept;
import attune.checkin.intake.Lookups;
import attune.checkin.intake.Said;
import attune.checkin.intake.Shelf;
import attune.checkin.timeline.Timelines;
import attune.eventlog.documents.Documents;
import attune.events.ConflictId;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The conflicts of people, as far as they are folded. */
@Component
class Conflicts implements Shelf<ConflictOpened> {

    private final Timelines timelines;
    private final Lookups<ConflictDocument> lookups;

    Conflicts(Documents documents, Timelines timelines) {
        this.timelines = timelines;
        this.lookups = new Lookups<>(ids -> documents.findAll(ConflictDocument.KIND, ids));
    }

    @Override
    public Mono<Kept<ConflictOpened>> find(Said<ConflictOpened> said) {
        return find(said.person(), said.event().conflict()).mapNotNull(ConflictDocument::kept);
    }

    /** A conflict that was opened. */
    Mono<ConflictDocument> find(PersonId person, ConflictId id) {
        return lookups.find(ConflictDocument.id(person, id)).filter(document -> document.said() != null);
    }

    Mono<Page<Conflict>> list(PersonId person, Paging paging) {
        return timelines.read(person, ConflictDocument.LIST, paging, ConflictDocument.KIND)
                .map(page -> new Page<>(page.items().stream().map(one -> Conflict.of(kept(one))).toList(),
                        page.next()));
    }

    static Kept<ConflictOpened> kept(ConflictDocument opened) {
        return Objects.requireNonNull(opened.kept(), "what is listed was said");
    }
}
