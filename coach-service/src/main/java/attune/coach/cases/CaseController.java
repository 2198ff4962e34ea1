package attune.coach.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.coach.cases.CaseActions.Done;
import attune.coach.cases.CaseRequests.ClosureBody;
import attune.coach.cases.CaseRequests.NoteBody;
import attune.coach.cases.CaseRequests.TierBody;
import attune.coach.cases.CaseRequests.VerdictBody;
import attune.coach.cases.Cases.Read;
import attune.coach.cases.FindingsFold.Words;
import attune.eventlog.documents.Documents;
import attune.events.CaseId;
import attune.events.FindingId;
import attune.events.NoteId;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.FieldErrors;
import attune.http.tokens.Caller;

/** Cases over HTTP, for the coaches who have a part in them. */
@RestController
class CaseController {

    private static final String CASE = "/api/v1/cases/{id}";
    private static final Duration WORDS_PAUSE = Duration.ofMillis(50);
    private static final int WORDS_LOOKS = 40;

    private final Cases cases;
    private final CaseActions actions;
    private final Reviews reviews;
    private final Documents documents;

    CaseController(Cases cases, CaseActions actions, Reviews reviews, Documents documents) {
        this.cases = cases;
        this.actions = actions;
        this.reviews = reviews;
        this.documents = documents;
    }

    @GetMapping("/api/v1/cases")
    Mono<Page<CaseSummary>> list(Caller caller, @RequestParam(required = false) @Nullable String state, Paging paging) {
        if (state != null && !state.equals("open") && !state.equals("closed")) {
            FieldErrors errors = new FieldErrors();
            errors.add("/state", "one-of", "Send one of: closed, open.");
            errors.throwIfAny();
        }
        return cases.page(person(caller), state, paging);
    }

    @GetMapping(CASE)
    Mono<CaseView> one(Caller caller, @PathVariable String id) {
        return read(person(caller), caseId(id));
    }

    @PutMapping(CASE + "/acknowledgement")
    Mono<ResponseEntity<CaseView>> acknowledge(Caller caller, @PathVariable String id) {
        return answer(caller, id, caseId -> actions.acknowledge(person(caller), caseId));
    }

    @PutMapping(CASE + "/notes/{noteId}")
    Mono<ResponseEntity<CaseView>> note(Caller caller, @PathVariable String id, @PathVariable String noteId,
            @RequestBody NoteBody body) {
        return answer(caller, id,
                caseId -> actions.note(person(caller), caseId, parsed(noteId, NoteId::of), body.checked()));
    }

    @PutMapping(CASE + "/verdicts/{findingId}")
    Mono<ResponseEntity<CaseView>> judge(Caller caller, @PathVariable String id, @PathVariable String findingId,
            @RequestBody VerdictBody body) {
        return answer(caller, id,
                caseId -> actions.judge(person(caller), caseId, parsed(findingId, FindingId::of), body.checked()));
    }

    @PutMapping(CASE + "/tier")
    Mono<ResponseEntity<CaseView>> lower(Caller caller, @PathVariable String id, @RequestBody TierBody body) {
        return answer(caller, id, caseId -> actions.lower(person(caller), caseId, body.checked()));
    }

    @PutMapping(CASE + "/closure")
    Mono<ResponseEntity<CaseView>> close(Caller caller, @PathVariable String id,
            @RequestBody(required = false) @Nullable ClosureBody body) {
        return answer(caller, id,
                caseId -> actions.close(person(caller), caseId, body == null ? null : body.checked()));
    }

    @PutMapping("/api/v1/clients/{client}/review")
    Mono<CaseView> review(Caller caller, @PathVariable String client) {
        return Mono.fromCallable(() -> client(client))
                .flatMap(person -> reviews.open(person(caller), person))
                .flatMap(caseId -> read(person(caller), caseId));
    }

    private Mono<ResponseEntity<CaseView>> answer(Caller caller, String id, Function<CaseId, Mono<Done>> action) {
        return Mono.defer(() -> action.apply(caseId(id)))
                .flatMap(done -> read(person(caller), caseId(id)).map(view -> response(done, view)));
    }

    private static ResponseEntity<CaseView> response(Done done, CaseView view) {
        return done.position() == null
                ? ResponseEntity.ok(view)
                : ResponseEntity.status(HttpStatus.CREATED)
                        .header(PositionAwaiter.HEADER, done.position().toString())
                        .body(view);
    }

    private Mono<CaseView> read(PersonId coach, CaseId caseId) {
        return cases.one(coach, caseId)
                .switchIfEmpty(Mono.error(CaseProblems::unknown))
                .flatMap(read -> words(read).map(words -> CaseView.of(read, words)));
    }

    /** The words are folded from another log than the case, and may come a moment later. */
    private Mono<Map<String, Words>> words(Read read) {
        List<String> ids = read.document().findings().stream()
                .filter(finding -> finding.found() != null)
                .map(finding -> FindingsFold.id(read.body().client(), finding.id()))
                .toList();
        Mono<Map<String, Words>> found = documents.findAll(FindingsFold.WORDS, ids);
        return found.filter(words -> words.size() == ids.size())
                .repeatWhenEmpty(empties -> empties.take(WORDS_LOOKS).delayElements(WORDS_PAUSE))
                .switchIfEmpty(found);
    }

    private static PersonId person(Caller caller) {
        return PersonId.of(caller.person());
    }

    private static CaseId caseId(String text) {
        return parsed(text, CaseId::of);
    }

    private static <T> T parsed(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException _) {
            throw CaseProblems.unknown();
        }
    }

    private static PersonId client(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException _) {
            throw CaseProblems.unknownClient();
        }
    }
}
