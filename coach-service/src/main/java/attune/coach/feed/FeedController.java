package attune.coach.feed;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import attune.coach.caseload.Consents;
import attune.events.PersonId;
import attune.http.cursors.Page;
import attune.http.cursors.Paging;
import attune.http.problems.ProblemException;
import attune.http.problems.ProblemKind;
import attune.http.streams.EventStreams;
import attune.http.streams.LastEventId;
import attune.http.tokens.Caller;

/** What happened to a coach's clients, over HTTP. */
@RestController
class FeedController {

    private final Feed feed;
    private final FeedStream stream;
    private final Consents consents;
    private final EventStreams streams;

    FeedController(Feed feed, FeedStream stream, Consents consents, EventStreams streams) {
        this.feed = feed;
        this.stream = stream;
        this.consents = consents;
        this.streams = streams;
    }

    @GetMapping("/api/v1/clients/{client}/feed")
    Mono<Page<FeedItem>> list(Caller caller, @PathVariable String client, Paging paging) {
        return Mono.fromCallable(() -> personId(client))
                .flatMap(person -> consents.scopes(PersonId.of(caller.person()), person)
                        .flatMap(scopes -> feed.page(person, scopes, paging)))
                .switchIfEmpty(Mono.error(FeedController::unknown));
    }

    @GetMapping("/api/v1/feed/stream")
    Mono<Void> stream(Caller caller, ServerWebExchange exchange) {
        return streams.send(exchange, caller, stream.of(PersonId.of(caller.person()), LastEventId.of(exchange)));
    }

    private static PersonId personId(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    /** The same for a client who is not yours as for nobody. */
    private static ProblemException unknown() {
        return ProblemKind.NOT_FOUND.problem("You have no client of this id.");
    }
}
