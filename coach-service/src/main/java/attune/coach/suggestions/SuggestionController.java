package attune.coach.suggestions;

import java.time.Duration;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.coach.suggestions.Answers.Outcome;
import attune.events.PersonId;
import attune.events.SuggestionId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;

/** A client's own suggestions over HTTP. */
@RestController
@RequestMapping("/api/v1/suggestions")
class SuggestionController {

    private final Suggestions suggestions;
    private final Answers answers;

    SuggestionController(Suggestions suggestions, Answers answers) {
        this.suggestions = suggestions;
        this.answers = answers;
    }

    @GetMapping
    Mono<Page<Suggestion>> list(Caller caller, Paging paging) {
        return suggestions.page(PersonId.of(caller.person()), paging);
    }

    @GetMapping("/{id}")
    Mono<Suggestion> one(Caller caller, @PathVariable String id) {
        return suggestions.one(PersonId.of(caller.person()), suggestionId(id))
                .switchIfEmpty(Mono.error(SuggestionController::unknown));
    }

    @PutMapping("/{id}/answer")
    Mono<ResponseEntity<Suggestion>> answer(Caller caller, @PathVariable String id, @RequestBody AnswerBody body) {
        return answers.give(PersonId.of(caller.person()), suggestionId(id), body)
                .switchIfEmpty(Mono.error(SuggestionController::unknown))
                .map(SuggestionController::response);
    }

    private static ResponseEntity<Suggestion> response(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept kept -> ResponseEntity.status(kept.first() ? HttpStatus.CREATED : HttpStatus.OK)
                    .header(PositionAwaiter.HEADER, kept.position().toString())
                    .body(kept.suggestion());
            case Outcome.Same same -> ResponseEntity.ok(same.suggestion());
            case Outcome.NotKept _ -> throw ProblemKind.LOG_AWAY
                    .problem("Please send it again; it is safe to send it again.")
                    .retryAfter(Duration.ofSeconds(1));
        };
    }

    private static SuggestionId suggestionId(String text) {
        try {
            return SuggestionId.of(text);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemKind.NOT_FOUND.problem("You have no suggestion of this id.");
    }
}
