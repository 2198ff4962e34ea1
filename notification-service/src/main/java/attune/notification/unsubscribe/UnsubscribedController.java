package attune.notification.unsubscribe;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.events.Category;
import attune.events.PersonId;
import attune.http.positions.PositionAwaiter;
import attune.http.problems.ProblemKind;
import attune.http.tokens.Caller;
import attune.notification.unsubscribe.Unsubscribing.Stopped;

/** Where people see of what they unsubscribed by the link in a mail, and take it back. */
@RestController
@RequestMapping("/api/v1/me/unsubscriptions")
class UnsubscribedController {

    private final Unsubscribing unsubscribing;

    UnsubscribedController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping
    Mono<Unsubscriptions> all(Caller caller) {
        return unsubscribing.of(PersonId.of(caller.person())).map(Unsubscriptions::new);
    }

    /** Mail of the category comes again, as the preferences say. */
    @DeleteMapping("/{category}")
    Mono<ResponseEntity<Void>> resubscribe(Caller caller, @PathVariable String category) {
        return unsubscribing.resubscribe(PersonId.of(caller.person()), read(category)).map(position -> {
            ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
            position.ifPresent(at -> answer.header(PositionAwaiter.HEADER, at.toString()));
            return answer.build();
        });
    }

    private static Category read(String name) {
        return Stream.of(Category.values())
                .filter(category -> UnsubscribeLinks.isOffered(category) && category.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemKind.NOT_FOUND.problem("There is no mail of this kind to unsubscribe."));
    }

    /** All that hold. */
    record Unsubscriptions(List<Stopped> items) {}
}
