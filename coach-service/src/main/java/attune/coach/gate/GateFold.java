package attune.coach.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import attune.coach.rules.OfferedCard;
import attune.coach.rules.RuleBook;
import attune.eventlog.documents.DocumentKind;
import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Fold;
import attune.eventlog.folds.Folded;
import attune.eventlog.folds.Update;
import attune.eventlog.metrics.Stage;
import attune.eventlog.records.Recorded;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseNoted;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.FindingJudged;
import attune.events.CoachingEvent.NothingSuggested;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionAnswered;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.CoachingEvent.SuggestionProposed;
import attune.events.CoachingEvent.TierChanged;
import attune.events.CoachingEvent.TierLowered;
import attune.events.Log;
import attune.events.PersonId;
import attune.events.RiskTier;

/**
 * The gate that every suggestion passes. It reads the coaching log, where what a client's words ask for, what coaches
 * decide and what the rules would say stand in one order; so what it lets pass follows from one log and nothing else.
 */
public final class GateFold implements Fold<CoachingEvent> {

    /** By person. */
    public static final DocumentKind<GateState> STATES = new DocumentKind<>("gates", GateState.class,
            GateState.INITIAL);

    private final Map<String, RuleBook> books;
    private final Passing passing;
    private final Raising raising;

    /** With all rule books by their versions. */
    public GateFold(Map<String, RuleBook> books, Ladder ladder) {
        this.books = Map.copyOf(books);
        this.passing = new Passing(this.books);
        this.raising = new Raising(ladder);
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Log log() {
        return Log.COACHING;
    }

    @Override
    public List<DocumentKind<?>> documents() {
        return List.of(STATES);
    }

    @Override
    public List<Update<?>> updates(Recorded<CoachingEvent> recorded) {
        Instant now = recorded.recordedAt();
        return switch (recorded.event()) {
            case RiskRaised raised -> deciding(recorded, state -> raising.folded(state, raised, recorded.id()));
            case SuggestionProposed proposed ->
                deciding(recorded, state -> passing.folded(state, proposed, recorded.id(), now));
            case TierLowered lowered -> deciding(recorded, state -> lowered(state, lowered));
            case FindingJudged judged -> changing(recorded, state -> state.reviewed(judged.finding()));
            case CaseAcknowledged acknowledged -> changing(recorded, state -> acknowledged(state, acknowledged));
            case CaseOpened opened -> changing(recorded, state -> state.open() == null
                    ? state.with(new OpenCase(opened.caseId(), opened.tier(), opened.acknowledgeBy(), null))
                    : state);
            case CaseClosed closed ->
                changing(recorded, state -> state.isOpen(closed.caseId()) ? state.with((OpenCase) null) : state);
            case SuggestionOffered offered -> changing(recorded, state -> state.offering(known(offered), now));
            case SuggestionBlocked _,SharingBlocked _,NothingSuggested _,SuggestionAnswered _,TierChanged _,CaseRaised _,CaseEscalated _,CaseNoted _ ->
                List.of();
        };
    }

    private static List<Update<?>> deciding(Recorded<?> recorded, Function<GateState, Folded<GateState>> change) {
        return List.of(Update.deciding(STATES, recorded.person().value(), change));
    }

    private static List<Update<?>> changing(Recorded<?> recorded, UnaryOperator<GateState> change) {
        return List.of(Update.of(STATES, recorded.person().value(), change));
    }

    /** A coach may want more than they may have: the findings that nobody has looked at keep the tier up. */
    private static Folded<GateState> lowered(GateState state, TierLowered lowered) {
        RiskTier to = RiskTier.higher(lowered.tier(), state.floor());
        if (to.atLeast(state.tier())) {
            return Folded.of(state);
        }
        return new Folded<>(state.with(to), List.of(new Decision("tier",
                new TierChanged(state.tier(), to, lowered.caseId(), lowered.at()))));
    }

    private static GateState acknowledged(GateState state, CaseAcknowledged acknowledged) {
        OpenCase open = state.open();
        return open != null && open.caseId().equals(acknowledged.caseId())
                ? state.with(open.acknowledged(acknowledged.at()))
                : state;
    }

    /** Suggestions from before there was a gate count for the budget and the pauses too. */
    private List<OfferedCard> known(SuggestionOffered offered) {
        return Optional.ofNullable(books.get(offered.ruleVersion())).flatMap(book -> book.family(offered.rule()))
                .map(family -> new OfferedCard(offered.card(), family, offered.rule(), offered.offeredAt()))
                .stream().toList();
    }

    @Override
    public List<Update<?>> incomplete(PersonId person) {
        return List.of(Update.of(STATES, person.value(), GateState::missingSomething));
    }

    @Override
    public Optional<Stage> stageWhenDecided() {
        return Optional.of(Stage.SUGGESTED);
    }
}
