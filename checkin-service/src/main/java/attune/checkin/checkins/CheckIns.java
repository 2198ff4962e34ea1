package attune.checkin.checkins;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

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

    private final Documents documents;
    private final Timelines timelines;
    private final Lookups<CheckInDocument> lookups;

    CheckIns(Documents documents, Timelines timelines) {
        this.documents = documents;
        this.timelines = timelines;
        this.lookups = new Lookups<>(ids -> documents.findAll(CheckInDocument.KIND, ids));
    }

    Mono<Kept<CheckInRecorded>> find(PersonId person, CheckInId id) {
        return lookups.find(CheckInDocument.id(person, id)).flatMap(found -> Mono.justOrEmpty(found.kept()));
    }

    @Override
    public Mono<Kept<CheckInRecorded>> find(Said<CheckInRecorded> said) {
        return find(said.person(), said.event().checkIn());
    }

    Mono<Page<CheckIn>> list(PersonId person, Paging paging) {
        return timelines.read(person, CheckInDocument.LIST, paging, ids -> named(person, ids), CheckInDocument::at)
                .map(page -> new Page<>(page.items().stream().map(CheckIn::of).toList(), page.next()));
    }

    private Mono<Map<String, Kept<CheckInRecorded>>> named(PersonId person, Collection<String> names) {
        return documents.findAll(CheckInDocument.KIND, names.stream().map(name -> person.value() + "/" + name).toList())
                .map(found -> {
                    Map<String, Kept<CheckInRecorded>> byName = new HashMap<>();
                    found.values().forEach(document -> document.kept()
                            .ifPresent(kept -> byName.put(kept.event().checkIn().toString(), kept)));
                    return byName;
                });
    }
}
