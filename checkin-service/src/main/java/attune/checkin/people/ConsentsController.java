package attune.checkin.people;

import java.time.Clock;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import attune.checkin.intake.Callers;
import attune.checkin.intake.Recent;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.events.JournalEvent.ConsentsChanged;
import attune.http.tokens.Caller;

@RestController
@RequestMapping("/api/v1/me/consents")
class ConsentsController {

    private final Wishes<ConsentsChanged> consents;
    private final Clock clock;

    ConsentsController(Documents documents, EventAppender appender, Recent recent, Clock clock) {
        this.consents = new Wishes<>(new ConsentsChanged(List.of()),
                person -> documents.find(ConsentsDocument.KIND, person.value()).mapNotNull(ConsentsDocument::wish),
                appender, recent);
        this.clock = clock;
    }

    @GetMapping
    Mono<Consents> get(Caller caller) {
        return consents.find(Callers.person(caller)).map(wish -> Consents.of(wish.said()));
    }

    @PutMapping
    Mono<ResponseEntity<Consents>> put(Caller caller, @RequestBody ConsentsRequest body) {
        return consents.replace(Callers.person(caller), clock.instant(), body::read)
                .map(wish -> wish.answer().body(Consents.of(wish.said())));
    }
}
