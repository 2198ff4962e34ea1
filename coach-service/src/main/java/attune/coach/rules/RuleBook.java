package attune.coach.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import attune.coach.client.ClientState;
import attune.coach.client.OfferedCard;
import attune.coach.client.Signs;
import attune.coach.rules.Candidate.Offer;
import attune.coach.rules.Verdict.Nothing;
import attune.coach.rules.Verdict.Suggest;
import attune.coach.rules.Verdict.Suggested;
import attune.events.CoachingEvent;

/**
 * What is suggested when. Pure: the same state and moment give the same verdict, in every process. The wording, the
 * numbers and the pauses are data; a condition is a small function with the rule's id.
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

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

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

    /**
     * What to suggest.
     *
     * @param state what is known of the client, the moment included
     */
    public Verdict decide(ClientState state, Moment moment) {
        List<Candidate> candidates = candidates(state, moment);
        Selection selection = new Selection(state, moment);
        candidates.forEach(selection::consider);
        return selection.verdict();
    }

    /** What becomes of each rule that applies, by itself: the budget and the other rules come after that. */
    List<Candidate> candidates(ClientState state, Moment moment) {
        return rules.stream().flatMap(rule -> candidate(rule, state, moment).stream()).toList();
    }

    private Optional<Candidate> candidate(Rule rule, ClientState state, Moment moment) {
        Condition condition = CONDITIONS.get(rule.id());
        return condition == null
                ? Optional.empty()
                : condition.match(rule, state, moment).map(match -> withCard(rule, match, state, moment));
    }

    private Candidate withCard(Rule rule, Match match, ClientState state, Moment moment) {
        if (moment.needsAPerson()) {
            return new Candidate.Withheld(rule.id(), "needs-a-person");
        }
        Optional<String> againstCouple = againstCoupleCards(state, moment);
        List<Card> possible = rule.cards().stream()
                .filter(card -> !card.couple() || againstCouple.isEmpty()).toList();
        if (possible.isEmpty()) {
            return new Candidate.Withheld(rule.id(), againstCouple.orElse("nothing-fits"));
        }
        if (wasOffered(state, moment, limits.sameFamilyDays(), card -> card.family().equals(rule.family()))) {
            return new Candidate.Withheld(rule.id(), "same-family-within-" + limits.sameFamilyDays() + "-days");
        }
        return possible.stream()
                .filter(card -> !wasOffered(state, moment, limits.sameCardDays(),
                        offered -> offered.card().equals(card.id())))
                .findFirst()
                .<Candidate>map(card -> new Offer(rule, card, match))
                .orElseGet(() -> new Candidate.Withheld(rule.id(),
                        "same-card-within-" + limits.sameCardDays() + "-days"));
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

    private static boolean wasOffered(ClientState state, Moment moment, int days,
            Predicate<OfferedCard> which) {
        Instant since = moment.now().minus(Duration.ofDays(days));
        return state.offered().stream().anyMatch(card -> card.at().isAfter(since) && which.test(card));
    }

    /** Goes through the candidates in their precedence and takes at most one primary and one small card. */
    private final class Selection {

        private final Moment moment;
        private final List<Offer> taken = new ArrayList<>();
        private final List<CoachingEvent.Withheld> withheld = new ArrayList<>();
        private final Optional<String> noBudget;
        private final long room;

        private Selection(ClientState state, Moment moment) {
            this.moment = moment;
            this.room = Math.min(limits.perDay() - state.offeredSince(moment.now().minus(DAY)),
                    limits.perWeek() - state.offeredSince(moment.now().minus(WEEK)));
            this.noBudget = noBudget(state);
        }

        private Optional<String> noBudget(ClientState state) {
            if (room <= 0) {
                return Optional.of("budget-spent");
            }
            boolean tooSoon = state.offeredSince(moment.now().minus(Duration.ofHours(limits.gapHours()))) > 0;
            return tooSoon ? Optional.of("too-soon-after-the-last") : Optional.empty();
        }

        private void consider(Candidate candidate) {
            switch (candidate) {
                case Candidate.Withheld stood -> withhold(stood.rule(), stood.reason());
                case Offer offer -> against(offer).ifPresentOrElse(reason -> withhold(offer.rule().id(), reason),
                        () -> taken.add(offer));
            }
        }

        private Optional<String> against(Offer offer) {
            if (noBudget.isPresent()) {
                return noBudget;
            }
            boolean oneAtATime = !taken.isEmpty()
                    && Stream.concat(taken.stream(), Stream.of(offer)).anyMatch(other -> other.rule().alone());
            if (oneAtATime) {
                return Optional.of("one-thing-at-a-time");
            }
            boolean sameSize = taken.stream().anyMatch(other -> other.card().size() == offer.card().size());
            if (sameSize) {
                return Optional.of("another-goes-first");
            }
            return taken.size() < room ? Optional.empty() : Optional.of("budget-spent");
        }

        private void withhold(String rule, String reason) {
            withheld.add(new CoachingEvent.Withheld(rule, reason));
        }

        private Verdict verdict() {
            if (taken.isEmpty()) {
                return new Nothing(reasonForNothing(), withheld);
            }
            return new Suggest(taken.stream().map(this::suggested).toList(), withheld);
        }

        private String reasonForNothing() {
            if (moment.needsAPerson()) {
                return "needs-a-person";
            }
            return noBudget.filter(reason -> withheld.stream().anyMatch(rule -> rule.reason().equals(reason)))
                    .orElse("nothing-fits");
        }

        private Suggested suggested(Offer offer) {
            Card card = offer.card();
            Match match = offer.match();
            Duration holds = Duration.ofHours(card.now() ? limits.nowHours() : limits.otherHours());
            return new Suggested(offer.rule().id(), card.id(), offer.rule().family(), card.size() == Card.Size.PRIMARY,
                    card.couple(), offer.rule().evidence(), card.minutes(), card.title(), card.body(), card.steps(),
                    match.why(), match.inputs(), holds, match.subject(), match.audience());
        }
    }
}
