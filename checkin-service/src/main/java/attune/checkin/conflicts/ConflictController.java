package attune.checkin.conflicts;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Callers;
import attune.checkin.intake.Intake;
import attune.checkin.intake.IntakeProblems;
import attune.events.ConflictId;
import attune.events.EntryId;
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
    private final Clock clock;

    ConflictController(Intake intake, Conflicts conflicts, Entries entries, Clock clock) {
        this.intake = intake;
        this.conflicts = conflicts;
        this.entries = entries;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Conflict>> put(Caller caller, @PathVariable ConflictId id, @RequestBody ConflictRequest body) {
        return intake.take(body.read(Callers.person(caller), id, clock.instant()), conflicts)
                .map(taken -> taken.answer(Conflict::of));
    }

    @PutMapping("/{id}/entries/{entryId}")
    Mono<ResponseEntity<Entry>> putEntry(Caller caller, @PathVariable ConflictId id, @PathVariable EntryId entryId,
            @RequestBody EntryRequest body, ServerHttpResponse response) {
        return intake.take(body.read(Callers.person(caller), id, entryId, clock.instant()), entries)
                .onErrorMap(e -> isNotFound(e) && isStale(response) ? IntakeProblems.notNow() : e)
                .map(taken -> taken.answer(Entry::of));
    }

    @GetMapping("/{id}")
    Mono<Conflict> get(Caller caller, @PathVariable ConflictId id) {
        return conflicts.find(Callers.person(caller), id)
                .map(found -> Conflict.of(Conflicts.kept(found), Conflict.story(found.entries())))
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
    private static boolean isStale(ServerHttpResponse response) {
        return response.getHeaders().containsHeader(PositionAwaiter.STALE_HEADER);
    }
}
