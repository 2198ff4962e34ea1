package attune.checkin.conflicts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Intake;
import attune.checkin.intake.Kept;
import attune.checkin.intake.Recent;
import attune.checkin.intake.Said;
import attune.checkin.intake.Shelf;
import attune.events.EventId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.http.problems.ProblemKind;

/** What followed the conflicts of people. An entry needs its conflict, folded or just taken in. */
@Component
class Entries implements Shelf<ConflictEntryAdded> {

    private static final ProblemKind FULL = new ProblemKind("conflict-full", HttpStatus.CONFLICT,
            "This conflict takes no more entries");

    private final Conflicts conflicts;
    private final Intake intake;
    private final Recent recent;

    Entries(Conflicts conflicts, Intake intake, Recent recent) {
        this.conflicts = conflicts;
        this.intake = intake;
        this.recent = recent;
    }

    @Override
    public Mono<Kept<ConflictEntryAdded>> find(Said<ConflictEntryAdded> said) {
        EventId opening = ConflictRequest.eventId(said.person(), said.event().conflict());
        return intake.settled(opening).then(Mono.defer(() -> find(said, recent.find(opening) != null)));
    }

    private Mono<Kept<ConflictEntryAdded>> find(Said<ConflictEntryAdded> said, boolean justOpened) {
        Mono<ConflictDocument> conflict = conflicts.find(said.person(), said.event().conflict());
        return (justOpened ? conflict : conflict.switchIfEmpty(Mono.error(ConflictController::notFound)))
                .flatMap(known -> Mono.justOrEmpty(known.entry(said.event().entry()))
                        .switchIfEmpty(known.entries().size() < ConflictDocument.MOST_ENTRIES
                                ? Mono.empty()
                                : Mono.error(() -> FULL.problem("It holds " + ConflictDocument.MOST_ENTRIES
                                        + " entries, as many as it can. Open a new conflict."))));
    }
}
