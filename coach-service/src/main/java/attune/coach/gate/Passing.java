package attune.coach.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import attune.coach.rules.OfferedCard;
import attune.coach.rules.RuleBook;
import attune.coach.rules.Verdict;
import attune.coach.rules.Verdict.Blocked;
import attune.coach.rules.Verdict.Nothing;
import attune.coach.rules.Verdict.Suggest;
import attune.coach.rules.Verdict.Suggested;
import attune.coach.safety.SafetyGate;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.events.Audience;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.Withheld;
import attune.events.EventId;
import attune.events.PrivateText;
import attune.events.RiskTier;
import attune.events.SuggestionId;

/** What becomes of what the rules would say: suggestions, blocked cards, or nothing on purpose. */
final class Passing {

    private final Map<String, RuleBook> books;

    /** With all rule books by their versions. */
    Passing(Map<String, RuleBook> books) {
        this.books = books;
    }

    /**
     * The state after it, and what is said.
     *
     * @param id of the event with the proposals
     * @param now when that was recorded
     */
    Folded<GateState> folded(GateState state, SuggestionProposed proposed, EventId id, Instant now) {
        RiskTier tier = state.effectiveTier();
        List<Decision> decisions = new ArrayList<>();
        boolean shared = proposed.audience().contains(Audience.PARTNER);
        Optional<String> againstSharing = shared ? SafetyGate.againstSharing(tier) : Optional.empty();
        againstSharing.ifPresent(reason -> decisions
                .add(new Decision("sharing", new SharingBlocked(proposed.about(), tier, reason))));

        Verdict verdict = verdict(state, proposed, now);
        verdict.blocked().stream().map(card -> blocked(card, proposed, tier)).forEach(decisions::add);
        return switch (verdict) {
            case Nothing nothing -> {
                decisions.add(new Decision(RuleBook.DO_NOTHING, new NothingSuggested(proposed.ruleVersion(),
                        nothing.reason(), proposed.about(), nothing.withheld())));
                yield new Folded<>(state, decisions);
            }
            case Suggest suggest -> {
                suggest.cards().stream().map(card -> offered(card, proposed, suggest.withheld(), id,
                        againstSharing.isPresent())).forEach(decisions::add);
                yield new Folded<>(state.offering(suggest.cards().stream()
                        .map(card -> new OfferedCard(card.card(), card.family(), card.rule(), proposed.proposedAt()))
                        .toList(), proposed.proposedAt()), decisions);
            }
        };
    }

    /** What comes from a rule book that nobody has any more is not said. */
    private Verdict verdict(GateState state, SuggestionProposed proposed, Instant now) {
        RuleBook book = books.get(proposed.ruleVersion());
        return book == null
                ? new Nothing("unknown-rule-book", proposed.withheld(), List.of())
                : book.choose(proposed, state.effectiveTier(), state.offered(), now);
    }

    private static Decision blocked(Blocked card, SuggestionProposed proposed, RiskTier tier) {
        return new Decision("blocked/" + card.card(), new SuggestionBlocked(card.rule(), proposed.ruleVersion(),
                card.card(), card.family(), card.about(), tier, card.reason()));
    }

    private static Decision offered(Suggested card, SuggestionProposed proposed, List<Withheld> withheld, EventId id,
            boolean keptFromPartner) {
        Instant at = proposed.proposedAt();
        return new Decision(card.rule(), new SuggestionOffered(SuggestionId.derivedFrom(id, card.rule()),
                card.rule(), proposed.ruleVersion(), card.card(), text(card.title()), text(card.body()),
                card.steps().stream().map(Passing::text).toList(), text(card.why()), card.evidence(), card.minutes(),
                card.about(), at, at.plus(card.holds()), card.inputs(), withheld,
                keptFromPartner ? withoutPartner(card.audience()) : card.audience()));
    }

    private static List<Audience> withoutPartner(List<Audience> audience) {
        return audience.stream().filter(who -> who != Audience.PARTNER).toList();
    }

    private static PrivateText text(String text) {
        return PrivateText.of(text);
    }
}
