package attune.checkin.conflicts;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Callers;
import attune.checkin.intake.Hearing;
import attune.checkin.intake.Intake;
import attune.checkin.intake.IntakeProblems;
import attune.checkin.intake.Said;
import attune.checkin.support.Need;
import attune.checkin.support.SupportDesk;
import attune.events.ConflictId;
import attune.events.EntryId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;

@RestController
@RequestMapping("/api/v1/conflicts")
class ConflictController {

    private final Intake intake;
    private final Conflicts conflicts;
    private final Entries entries;
    private final Hearing hearing;
    private final SupportDesk desk;
    private final Clock clock;

    ConflictController(Intake intake, Conflicts conflicts, Entries entries, Hearing hearing, SupportDesk desk,
            Clock clock) {
        this.intake = intake;
        this.conflicts = conflicts;
        this.entries = entries;
        this.hearing = hearing;
        this.desk = desk;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Conflict>> put(Caller caller, @PathVariable ConflictId id, @RequestBody ConflictRequest body,
            ServerWebExchange exchange) {
        return hearing.listen(body.read(Callers.person(caller), id, clock.instant()))
                .flatMap(said -> open(said, id, exchange));
    }

    private Mono<ResponseEntity<Conflict>> open(Said<ConflictOpened> said, ConflictId id, ServerWebExchange exchange) {
        return desk.beside(Need.of(said.event().heard()), said.person(), id, exchange)
                .flatMap(support -> intake.take(said, conflicts)
                        .map(taken -> taken.answer(kept -> Conflict.of(kept, null, support.orElse(null)))));
    }

    @PutMapping("/{id}/entries/{entryId}")
    Mono<ResponseEntity<Entry>> putEntry(Caller caller, @PathVariable ConflictId id, @PathVariable EntryId entryId,
            @RequestBody EntryRequest body, ServerWebExchange exchange) {
        return hearing.listen(body.read(Callers.person(caller), id, entryId, clock.instant()))
                .flatMap(said -> add(said, entryId, exchange));
    }

    private Mono<ResponseEntity<Entry>> add(Said<ConflictEntryAdded> said, EntryId entryId,
            ServerWebExchange exchange) {
        return desk.beside(Need.of(said.event().heard()), said.person(), entryId, exchange)
                .flatMap(support -> intake.take(said, entries)
                        .onErrorMap(e -> isNotFound(e) && isStale(exchange) ? IntakeProblems.notNow() : e)
                        .map(taken -> taken.answer(kept -> Entry.of(kept, support.orElse(null)))));
    }

    @GetMapping("/{id}")
    Mono<Conflict> get(Caller caller, @PathVariable ConflictId id) {
        return conflicts.find(Callers.person(caller), id)
                .map(found -> Conflict.of(Conflicts.kept(found), Conflict.story(found.entries()), null))
                .switchIfEmpty(Mono.error(ConflictController::notFound));
    }

    @GetMapping
    Mono<Page<Conflict>> list(Caller caller, Paging paging) {
        return conflicts.list(Callers.person(caller), paging);
    }

    static ProblemException notFound() {
        return ProblemKind.NOT_FOUND.problem("There is no conflict of yours under this id.");
    }

    private static boolean isNotFound(Throwable e) {
        return e instanceof ProblemException problem && problem.kind().equals(ProblemKind.NOT_FOUND);
    }

    /** The caller has written something that is not folded yet: it may be the very conflict. */
    private static boolean isStale(ServerWebExchange exchange) {
        return exchange.getResponse().getHeaders().containsHeader(PositionAwaiter.STALE_HEADER);
    }
}
