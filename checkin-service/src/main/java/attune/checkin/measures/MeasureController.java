package attune.checkin.measures;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
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
import attune.checkin.intake.Intake;
import attune.checkin.intake.Said;
import attune.checkin.support.Need;
import attune.checkin.support.SupportDesk;
import attune.events.AnswersId;
import attune.events.JournalEvent.MeasureAnswered;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;

@RestController
@RequestMapping("/api/v1/measures")
class MeasureController {

    private final Measures measures;
    private final AnswersShelf answers;
    private final Intake intake;
    private final SupportDesk desk;
    private final Clock clock;

    MeasureController(Measures measures, AnswersShelf answers, Intake intake, SupportDesk desk, Clock clock) {
        this.measures = measures;
        this.answers = answers;
        this.intake = intake;
        this.desk = desk;
        this.clock = clock;
    }

    /** All that can be answered. */
    record Offered(List<Measure> items) {}

    @GetMapping
    Offered all() {
        return new Offered(measures.all());
    }

    @GetMapping("/{name}")
    Measure get(@PathVariable String name) {
        return measure(name);
    }

    @PutMapping("/{name}/answers/{id}")
    Mono<ResponseEntity<Answers>> put(Caller caller, @PathVariable String name, @PathVariable AnswersId id,
            @RequestBody AnswersRequest body, ServerWebExchange exchange) {
        Measure measure = measure(name);
        Said<MeasureAnswered> said = body.read(Callers.person(caller), measure, id, clock.instant());
        return desk.beside(need(measure, said.event()), said.person(), id, exchange)
                .flatMap(support -> intake.take(said, answers)
                        .map(taken -> taken.answer(kept -> Answers.of(measure, kept, support.orElse(null)))));
    }

    @GetMapping("/{name}/answers")
    Mono<Page<Answers>> list(Caller caller, @PathVariable String name, Paging paging) {
        return answers.list(Callers.person(caller), measure(name), paging);
    }

    @GetMapping("/{name}/change")
    Mono<Change> change(Caller caller, @PathVariable String name) {
        return answers.change(Callers.person(caller), measure(name));
    }

    private Measure measure(String name) {
        return measures.find(name).orElseThrow(() -> ProblemKind.NOT_FOUND
                .problem("There is no measure of this name. GET /api/v1/measures lists them."));
    }

    private static @Nullable Need need(Measure measure, MeasureAnswered said) {
        Measure.Ask ask = measure.asked(said.items());
        return ask == null ? null : Need.of(ask.tier(), ask.topic());
    }
}
