package attune.checkin.statements;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.checkin.intake.Callers;
import attune.checkin.listening.Listener;
import attune.checkin.support.Need;
import attune.checkin.support.SupportDesk;
import attune.checkin.support.Topic;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.http.tokens.Caller;

/** Reviews drafts. Needs neither the log nor the database, and keeps nothing. */
@RestController
@RequestMapping("/api/v1/statements")
class StatementController {

    private final StatementReviewer reviewer;
    private final Listener listener;
    private final SupportDesk desk;

    StatementController(StatementReviewer reviewer, Listener listener, SupportDesk desk) {
        this.reviewer = reviewer;
        this.listener = listener;
        this.desk = desk;
    }

    @PostMapping("/review")
    Mono<StatementReview> review(Caller caller, @RequestBody StatementRequest body, ServerWebExchange exchange) {
        PersonId person = Callers.person(caller);
        String text = body.read();
        return Mono.fromCallable(() -> read(text))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(read -> desk.beside(read.need(), person, text.hashCode(), exchange)
                        .map(support -> StatementReview.of(read.review(), read.need(), support.orElse(null))));
    }

    private Read read(String text) {
        Review review = reviewer.review(text);
        Need heard = Need.of(listener.listen(Map.of("/text", text)));
        Need harm = review.harm() ? Need.of(RiskTier.S2, Topic.VIOLENCE) : null;
        boolean heardMore = harm == null || (heard != null && heard.tier().atLeast(harm.tier()));
        return new Read(review, heardMore ? heard : harm);
    }

    /** A review, and what the text calls for beside it. */
    private record Read(Review review, @Nullable Need need) {}
}
