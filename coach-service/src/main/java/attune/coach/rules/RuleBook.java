package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import attune.coach.client.ClientState;
import attune.coach.client.Signs;
import attune.events.CoachingEvent.Proposal;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.Withheld;
import attune.events.PrivateText;
import attune.events.RiskTier;

/**
 * What is suggested when. Pure: the same state and moment give the same proposals, and the same proposals the same
 * verdict, in every process. The wording, the numbers and the pauses are data; a condition is a small function with the
 * rule's id.
 */
public final class RuleBook {

    /** The conditions by the rules' ids. R23, doing nothing, has none: it is what is left. */
    static final Map<String, Condition> CONDITIONS = Map.of(
            "R02", new TimeOut(),
            "R08", new RepairAttempt(),
            "R10", new Listen(),
            "R12", new Appreciation(),
            "R17", new SelfCompassion());

    /** The rule that stands for doing nothing. */
    public static final String DO_NOTHING = "R23";

    private final String version;
    private final Limits limits;
    private final Signs signs;
    private final List<Rule> rules;

    RuleBook(Contents contents) {
        this.version = contents.version();
        this.limits = contents.limits();
        this.signs = contents.signs().toSigns();
        this.rules = contents.rules().stream().sorted(Comparator.comparingInt(Rule::precedence)).toList();
    }

    /** Such as {@code 2026-11-1}. */
    public String version() {
        return version;
    }

    public Signs signs() {
        return signs;
    }

    Limits limits() {
        return limits;
    }

    List<Rule> rules() {
        return rules;
    }

    Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The family of a rule; empty if there is no such rule. */
    public Optional<String> family(String rule) {
        return rule(rule).map(Rule::family);
    }

    /**
     * What the rules would say, each by itself: what was suggested before, the other rules and the safety gate come
     * after that, in {@link #choose}.
     *
     * @param state what is known of the client, the moment included
     */
    public Proposed propose(ClientState state, Moment moment) {
        List<Proposal> proposals = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (Rule rule : rules) {
            Condition condition = CONDITIONS.get(rule.id());
            if (condition != null) {
                condition.match(rule, state, moment).ifPresent(match -> {
                    List<String> cards = possible(rule, state, moment);
                    if (cards.isEmpty()) {
                        withheld.add(new Withheld(rule.id(), reason(state, moment)));
                    } else {
                        proposals.add(new Proposal(rule.id(), cards, PrivateText.of(match.why()), match.inputs(),
                                match.subject(), match.audience()));
                    }
                });
            }
        }
        return new Proposed(proposals, withheld);
    }

    /**
     * What is suggested in the end.
     *
     * @param proposed what the rules of this book would say
     * @param tier of the client, for the safety gate
     * @param offered what was suggested lately
     * @param now when this is chosen; what is of no use any more by then is withheld
     */
    public Verdict choose(SuggestionProposed proposed, RiskTier tier, List<OfferedCard> offered, Instant now) {
        Selection selection = new Selection(this, tier, offered, proposed.proposedAt(), now);
        proposed.withheld().forEach(selection::withhold);
        proposed.proposals().forEach(selection::consider);
        return selection.verdict();
    }

    private List<String> possible(Rule rule, ClientState state, Moment moment) {
        if (moment.needsAPerson()) {
            return List.of();
        }
        boolean careful = againstCoupleCards(state, moment).isPresent();
        return rule.cards().stream().filter(card -> !card.couple() || !careful).map(Card::id).toList();
    }

    private String reason(ClientState state, Moment moment) {
        return moment.needsAPerson()
                ? Selection.NEEDS_A_PERSON
                : againstCoupleCards(state, moment).orElse("nothing-fits");
    }

    /** Why the client is not asked to turn to the other person now. Whoever knows too little, takes the cautious side. */
    private Optional<String> againstCoupleCards(ClientState state, Moment moment) {
        if (state.incomplete()) {
            return Optional.of("state-incomplete");
        }
        Instant fearAt = state.fearAt();
        if (fearAt != null && fearAt.isAfter(moment.now().minus(Duration.ofDays(limits.cautionDays())))) {
            return Optional.of("sign-of-fear");
        }
        return moment.isAboutAnother() ? Optional.empty() : Optional.of("about-nobody-else");
    }
}
