package attune.coach.decisions;

import java.time.Instant;
import java.util.List;

import attune.coach.client.ClientState;
import attune.coach.client.OfferedCard;
import attune.coach.rules.Moment;
import attune.coach.rules.RuleBook;
import attune.coach.rules.Verdict.Nothing;
import attune.coach.rules.Verdict.Suggest;
import attune.coach.rules.Verdict.Suggested;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.Withheld;
import attune.events.EventId;
import attune.events.PrivateText;
import attune.events.SuggestionId;

/** Turns what the rule book says into events, and keeps what was suggested in the state. */
final class Decisions {

    private final RuleBook ruleBook;

    Decisions(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    /**
     * What becomes of a moment.
     *
     * @param state the state with the moment in it
     * @param cause the event that told of the moment
     */
    Folded<ClientState> folded(ClientState state, Moment moment, EventId cause) {
        return switch (ruleBook.decide(state, moment)) {
            case Nothing nothing -> new Folded<>(state, List.of(new Decision(RuleBook.DO_NOTHING,
                    new NothingSuggested(ruleBook.version(), nothing.reason(), moment.subject(), nothing.withheld()))));
            case Suggest suggest -> new Folded<>(
                    state.offering(suggest.cards().stream().map(card -> offered(card, moment.now())).toList()),
                    suggest.cards().stream().map(card -> decision(card, suggest.withheld(), moment, cause)).toList());
        };
    }

    private static OfferedCard offered(Suggested card, Instant now) {
        return new OfferedCard(card.card(), card.family(), card.rule(), now);
    }

    private Decision decision(Suggested card, List<Withheld> withheld, Moment moment, EventId cause) {
        return new Decision(card.rule(), new SuggestionOffered(SuggestionId.derivedFrom(cause, card.rule()),
                card.rule(), ruleBook.version(), card.card(), text(card.title()), text(card.body()),
                card.steps().stream().map(Decisions::text).toList(), text(card.why()),
                card.evidence(), card.minutes(), card.about(), moment.now(), moment.now().plus(card.holds()),
                card.inputs(), withheld, card.audience()));
    }

    private static PrivateText text(String text) {
        return PrivateText.of(text);
    }
}
