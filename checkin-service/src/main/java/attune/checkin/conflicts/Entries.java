package attune.checkin.conflicts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Intake;
import attune.checkin.intake.IntakeProblems;
import attune.checkin.intake.Kept;
import attune.checkin.intake.Recent;
import attune.checkin.intake.Said;
import attune.checkin.intake.Shelf;
import attune.eventlog.positions.LogEnds;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.EventId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.Log;
import attune.events.PersonId;
import attune.http.problems.ProblemKind;

/** What followed the conflicts of people. An entry needs its conflict, folded or just taken in. */
@Component
class Entries implements Shelf<ConflictEntryAdded> {

    private static final ProblemKind FULL = new ProblemKind("conflict-full", HttpStatus.CONFLICT,
            "This conflict takes no more entries");

    private final Conflicts conflicts;
    private final Intake intake;
    private final Recent recent;
    private final LogEnds logEnds;
    private final ReadYourWrites readYourWrites;

    Entries(Conflicts conflicts, Intake intake, Recent recent, LogEnds logEnds, ReadYourWrites readYourWrites) {
        this.conflicts = conflicts;
        this.intake = intake;
        this.recent = recent;
        this.logEnds = logEnds;
        this.readYourWrites = readYourWrites;
    }

    @Override
    public Mono<Kept<ConflictEntryAdded>> find(Said<ConflictEntryAdded> said) {
        EventId opening = ConflictRequest.eventId(said.person(), said.event().conflict());
        return intake.settled(opening).then(Mono.defer(() -> find(said, recent.find(opening) != null)));
    }

    private Mono<Kept<ConflictEntryAdded>> find(Said<ConflictEntryAdded> said, boolean justOpened) {
        Mono<ConflictDocument> conflict = conflicts.find(said.person(), said.event().conflict());
        return (justOpened ? conflict : conflict.switchIfEmpty(sure(said.person(), conflict)))
                .flatMap(known -> Mono.justOrEmpty(known.entry(said.event().entry()))
                        .switchIfEmpty(known.entries().size() < ConflictDocument.MOST_ENTRIES
                                ? Mono.empty()
                                : Mono.error(() -> FULL.problem("It holds " + ConflictDocument.MOST_ENTRIES
                                        + " entries, as many as it can. Open a new conflict."))));
    }

    /** After a crash the conflict may be on the log and not yet here; then 404 would make a phone give its entry up. */
    private Mono<ConflictDocument> sure(PersonId person, Mono<ConflictDocument> conflict) {
        return logEnds.last(Log.JOURNAL, person)
                .flatMap(readYourWrites::await)
                .onErrorReturn(false)
                .defaultIfEmpty(true)
                .flatMap(complete -> complete
                        ? conflict.switchIfEmpty(Mono.error(ConflictController::notFound))
                        : Mono.error(IntakeProblems::notNow));
    }
}
