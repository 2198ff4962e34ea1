package attune.notification.inbox;

import java.util.List;
import java.util.Objects;

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

import attune.events.NotificationId;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.problems.FieldErrors;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.http.streams.EventStreams;
import attune.http.streams.LastEventId;
import attune.http.tokens.Caller;

/** The client's inbox over HTTP. A notification of somebody else is one that does not exist. */
@RestController
@RequestMapping("/api/v1/notifications")
class InboxController {

    private final Inbox inbox;
    private final ReadMarks marks;
    private final InboxStream stream;
    private final EventStreams streams;

    InboxController(Inbox inbox, ReadMarks marks, InboxStream stream, EventStreams streams) {
        this.inbox = inbox;
        this.marks = marks;
        this.stream = stream;
        this.streams = streams;
    }

    @GetMapping
    Mono<Page<NotificationJson>> page(Caller caller, Paging paging) {
        return inbox.page(person(caller), paging);
    }

    @GetMapping("/{id}")
    Mono<NotificationJson> one(Caller caller, @PathVariable String id) {
        return find(caller, id).flatMap(found -> inbox.json(person(caller), Objects.requireNonNull(found.told()),
                found.reading()));
    }

    /** Each step with its time, channel and reason: why something came, or did not. */
    @GetMapping("/{id}/history")
    Mono<History> history(Caller caller, @PathVariable String id) {
        return find(caller, id).map(found -> new History(Objects.requireNonNull(found.told()).id(), found.steps()));
    }

    @GetMapping("/stream")
    Mono<Void> stream(Caller caller, ServerWebExchange exchange) {
        return streams.send(exchange, caller, stream.of(person(caller), LastEventId.of(exchange).orElse(null)));
    }

    @PutMapping("/{id}/state")
    Mono<ResponseEntity<NotificationJson>> mark(Caller caller, @PathVariable String id,
            @RequestBody StateRequest body) {
        Reading reading = body.reading();
        return find(caller, id).flatMap(found -> marks.mark(person(caller), found, reading));
    }

    private Mono<Notification> find(Caller caller, String id) {
        return Mono.justOrEmpty(parse(id))
                .flatMap(notification -> inbox.find(person(caller), notification))
                .switchIfEmpty(Mono.error(InboxController::notFound));
    }

    private static @Nullable NotificationId parse(String id) {
        try {
            return NotificationId.of(id);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static PersonId person(Caller caller) {
        return PersonId.of(caller.person());
    }

    private static ProblemException notFound() {
        return ProblemKind.NOT_FOUND.problem("You have no notification with this id.");
    }

    /** The story of a notification, oldest step first. */
    record History(NotificationId id, List<Step> steps) {}

    /** What the client wants to note. */
    record StateRequest(@Nullable String state) {

        Reading reading() {
            FieldErrors errors = new FieldErrors();
            errors.required("/state", state);
            errors.oneOf("/state", state, List.of(Reading.OPENED.wireName(), Reading.DISMISSED.wireName()));
            errors.throwIfAny();
            return Reading.DISMISSED.wireName().equals(state) ? Reading.DISMISSED : Reading.OPENED;
        }
    }
}
