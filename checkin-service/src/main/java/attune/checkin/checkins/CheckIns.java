package attune.checkin.checkins;

import java.util.Objects;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Kept;
import attune.checkin.intake.Lookups;
import attune.checkin.intake.Said;
import attune.checkin.intake.Shelf;
import attune.checkin.timeline.Timelines;
import attune.eventlog.documents.Documents;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;

/** The check-ins of people, as far as they are folded. */
@Component
class CheckIns implements Shelf<CheckInRecorded> {

    private final Timelines timelines;
    private final Lookups<CheckInDocument> lookups;

    CheckIns(Documents documents, Timelines timelines) {
        this.timelines = timelines;
        this.lookups = new Lookups<>(ids -> documents.findAll(CheckInDocument.KIND, ids));
    }

    @Override
    public Mono<Kept<CheckInRecorded>> find(Said<CheckInRecorded> said) {
        return find(said.person(), said.event().checkIn());
    }

    Mono<Kept<CheckInRecorded>> find(PersonId person, CheckInId id) {
        return lookups.find(CheckInDocument.id(person, id)).mapNotNull(CheckInDocument::kept);
    }

    Mono<Page<CheckIn>> list(PersonId person, Paging paging) {
        return timelines.read(person, CheckInDocument.LIST, paging, CheckInDocument.KIND)
                .map(page -> new Page<>(page.items().stream().map(CheckIns::checkIn).toList(), page.next()));
    }

    private static CheckIn checkIn(CheckInDocument listed) {
        return CheckIn.of(Objects.requireNonNull(listed.kept(), "what is listed was said"));
    }
}
