package attune.checkin.checkins;

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
import attune.checkin.intake.Said;
import attune.checkin.support.Need;
import attune.checkin.support.SupportDesk;
import attune.events.CheckInId;
import attune.events.JournalEvent.CheckInRecorded;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;

@RestController
@RequestMapping("/api/v1/check-ins")
class CheckInController {

    private final Intake intake;
    private final CheckIns checkIns;
    private final Hearing hearing;
    private final SupportDesk desk;
    private final Clock clock;

    CheckInController(Intake intake, CheckIns checkIns, Hearing hearing, SupportDesk desk, Clock clock) {
        this.intake = intake;
        this.checkIns = checkIns;
        this.hearing = hearing;
        this.desk = desk;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<CheckIn>> put(Caller caller, @PathVariable CheckInId id, @RequestBody CheckInRequest body,
            ServerWebExchange exchange) {
        return hearing.listen(body.read(Callers.person(caller), id, clock.instant()))
                .flatMap(said -> take(said, id, exchange));
    }

    private Mono<ResponseEntity<CheckIn>> take(Said<CheckInRecorded> said, CheckInId id, ServerWebExchange exchange) {
        return desk.beside(Need.of(said.event().heard()), said.person(), id, exchange)
                .flatMap(support -> intake.take(said, checkIns)
                        .map(taken -> taken.answer(kept -> CheckIn.of(kept, support.orElse(null)))));
    }

    @GetMapping("/{id}")
    Mono<CheckIn> get(Caller caller, @PathVariable CheckInId id) {
        return checkIns.find(Callers.person(caller), id)
                .map(CheckIn::of)
                .switchIfEmpty(Mono.error(() -> ProblemKind.NOT_FOUND
                        .problem("There is no check-in of yours under this id.")));
    }

    @GetMapping
    Mono<Page<CheckIn>> list(Caller caller, Paging paging) {
        return checkIns.list(Callers.person(caller), paging);
    }
}
