package attune.checkin.statements;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import attune.checkin.intake.Callers;
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
    private final SupportDesk desk;

    StatementController(StatementReviewer reviewer, SupportDesk desk) {
        this.reviewer = reviewer;
        this.desk = desk;
    }

    @PostMapping("/review")
    Mono<StatementReview> review(Caller caller, @RequestBody StatementRequest body, ServerWebExchange exchange) {
        PersonId person = Callers.person(caller);
        String text = body.read();
        return Mono.fromCallable(() -> reviewer.review(text))
                .subscribeOn(Schedulers.parallel())
                .flatMap(review -> desk.beside(need(review), person, text.hashCode(), exchange)
                        .map(support -> StatementReview.of(review, support.orElse(null))));
    }

    private static @Nullable Need need(Review review) {
        if (review.harm()) {
            return Need.of(RiskTier.S2, Topic.VIOLENCE);
        }
        return review.analysed() ? null : Need.of(RiskTier.S1, Topic.UNREAD);
    }
}
