package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import attune.coach.rules.Verdict.Blocked;
import attune.coach.rules.Verdict.Nothing;
import attune.coach.rules.Verdict.Suggest;
import attune.coach.rules.Verdict.Suggested;
import attune.coach.safety.SafetyGate;
import attune.events.CoachingEvent.Proposal;
import attune.events.CoachingEvent.Withheld;
import attune.events.RiskTier;

/**
 * Goes through the proposals in their precedence and takes at most one primary and one small card that pass the safety
 * gate. What the gate holds back takes nobody's place and nobody's budget.
 */
final class Selection {

    static final String NEEDS_A_PERSON = "needs-a-person";

    private static final String UNKNOWN = "not-in-the-rule-book";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final RuleBook book;
    private final Limits limits;
    private final RiskTier tier;
    private final List<OfferedCard> offered;
    private final Instant moment;
    private final Instant now;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();
    private final List<Blocked> blocked = new ArrayList<>();
    private final long room;
    private final Optional<String> noBudget;

    Selection(RuleBook book, RiskTier tier, List<OfferedCard> offered, Instant moment, Instant now) {
        this.book = book;
        this.limits = book.limits();
        this.tier = tier;
        this.offered = offered;
        this.moment = moment;
        this.now = now;
        this.room = Math.min(limits.perDay() - offeredWithin(DAY), limits.perWeek() - offeredWithin(WEEK));
        this.noBudget = noBudget();
    }

    private record Taken(Rule rule, Card card, Proposal proposal) {}

    void withhold(Withheld stoodBack) {
        withheld.add(stoodBack);
    }

    void consider(Proposal proposal) {
        Optional<Rule> rule = book.rule(proposal.rule());
        if (rule.isEmpty()) {
            withhold(proposal.rule(), UNKNOWN);
            return;
        }
        List<Card> cards = rule.get().cards().stream().filter(card -> proposal.cards().contains(card.id()))
                .filter(card -> !wasOffered(limits.sameCardDays(), before -> before.card().equals(card.id()))).toList();
        againstRule(rule.get(), cards).ifPresentOrElse(reason -> withhold(proposal.rule(), reason),
                () -> consider(rule.get(), cards, proposal));
    }

    private Optional<String> againstRule(Rule rule, List<Card> cards) {
        if (wasOffered(limits.sameFamilyDays(), card -> card.family().equals(rule.family()))) {
            return Optional.of("same-family-within-" + limits.sameFamilyDays() + "-days");
        }
        return cards.isEmpty() ? Optional.of("same-card-within-" + limits.sameCardDays() + "-days") : noBudget;
    }

    /**
     * Takes the first card that passes the gate. What the gate holds back is not among what was withheld: clients read
     * that, and they, or whoever holds their phone, are not to see a tier in it.
     */
    private void consider(Rule rule, List<Card> cards, Proposal proposal) {
        for (Card card : cards) {
            Optional<String> stands = against(rule, card);
            if (stands.isPresent()) {
                withhold(rule.id(), stands.get());
                return;
            }
            Optional<String> gate = SafetyGate.against(tier, card.kind());
            if (gate.isEmpty()) {
                taken.add(new Taken(rule, card, proposal));
                return;
            }
            blocked.add(new Blocked(rule.id(), card.id(), rule.family(), gate.get(), proposal.about()));
        }
    }

    private Optional<String> against(Rule rule, Card card) {
        if (!moment.plus(holds(card)).isAfter(now)) {
            return Optional.of("too-late");
        }
        boolean oneAtATime = !taken.isEmpty()
                && Stream.concat(taken.stream().map(Taken::rule), Stream.of(rule)).anyMatch(Rule::alone);
        if (oneAtATime) {
            return Optional.of("one-thing-at-a-time");
        }
        boolean sameSize = taken.stream().anyMatch(other -> other.card().size() == card.size());
        if (sameSize) {
            return Optional.of("another-goes-first");
        }
        return taken.size() < room ? Optional.empty() : Optional.of("budget-spent");
    }

    private Optional<String> noBudget() {
        if (room <= 0) {
            return Optional.of("budget-spent");
        }
        return offeredWithin(Duration.ofHours(limits.gapHours())) > 0
                ? Optional.of("too-soon-after-the-last")
                : Optional.empty();
    }

    private long offeredWithin(Duration span) {
        Instant since = moment.minus(span);
        return offered.stream().filter(card -> card.at().isAfter(since)).count();
    }

    private boolean wasOffered(int days, Predicate<OfferedCard> which) {
        Instant since = moment.minus(Duration.ofDays(days));
        return offered.stream().anyMatch(card -> card.at().isAfter(since) && which.test(card));
    }

    private void withhold(String rule, String reason) {
        withheld.add(new Withheld(rule, reason));
    }

    Verdict verdict() {
        return taken.isEmpty()
                ? new Nothing(reasonForNothing(), withheld, blocked)
                : new Suggest(taken.stream().map(this::suggested).toList(), withheld, blocked);
    }

    private String reasonForNothing() {
        if (withheld.stream().anyMatch(rule -> rule.reason().equals(NEEDS_A_PERSON))) {
            return NEEDS_A_PERSON;
        }
        return blocked.stream().map(Blocked::reason).findFirst()
                .or(() -> noBudget.filter(reason -> withheld.stream().anyMatch(rule -> rule.reason().equals(reason))))
                .orElse("nothing-fits");
    }

    private Duration holds(Card card) {
        return Duration.ofHours(card.now() ? limits.nowHours() : limits.otherHours());
    }

    private Suggested suggested(Taken one) {
        Card card = one.card();
        Proposal proposal = one.proposal();
        return new Suggested(one.rule().id(), card.id(), one.rule().family(), card.size() == Card.Size.PRIMARY,
                one.rule().evidence(), card.minutes(), card.title(), card.body(), card.steps(), proposal.why().value(),
                proposal.inputs(), holds(card), proposal.about(), proposal.audience());
    }
}
