package attune.coach.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import attune.eventlog.folds.Decision;
import attune.eventlog.folds.Folded;
import attune.events.CaseId;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.TierChanged;
import attune.events.EventId;
import attune.events.RiskTier;

/** What follows when something that a client told asks for care. */
final class Raising {

    private final Ladder ladder;

    Raising(Ladder ladder) {
        this.ladder = ladder;
    }

    /**
     * The state after it, with the tier's rise and what becomes of the case.
     *
     * @param id of the event that asks for care
     */
    Folded<GateState> folded(GateState before, RiskRaised raised, EventId id) {
        RiskTier tier = RiskTier.higher(before.tier(), raised.asks());
        GateState after = before.finding(raised.findings()).with(tier);
        List<Decision> decisions = new ArrayList<>(2);
        if (tier != before.tier()) {
            decisions.add(new Decision("tier", new TierChanged(before.tier(), tier, null, raised.raisedAt())));
        }
        boolean askedForPeople = raised.asks().atLeast(RiskTier.S2);
        if (after.open() == null) {
            return askedForPeople
                    ? opened(after, raised, CaseId.derivedFrom(id), decisions)
                    : new Folded<>(after, decisions);
        }
        return askedForPeople || !raised.findings().isEmpty()
                ? raised(after, after.open(), raised, decisions)
                : new Folded<>(after, decisions);
    }

    private Folded<GateState> opened(GateState state, RiskRaised raised, CaseId caseId, List<Decision> decisions) {
        Instant from = raised.raisedAt();
        Instant until = from.plus(ladder.limit(state.tier()));
        decisions.add(new Decision("case", new CaseOpened(caseId, state.tier(), raised.about(), from, until,
                ladder.rungs(state.tier(), raised.coaches(), from), state.unreviewed())));
        return new Folded<>(state.with(new OpenCase(caseId, state.tier(), until, null)), decisions);
    }

    private Folded<GateState> raised(GateState state, OpenCase open, RiskRaised raised, List<Decision> decisions) {
        Instant from = raised.raisedAt();
        RiskTier tier = RiskTier.higher(open.tier(), raised.asks());
        boolean renewed = tier != open.tier() || isAnotherTime(open, raised);
        Instant until = renewed ? until(open, from.plus(ladder.limit(tier))) : open.acknowledgeBy();
        decisions.add(new Decision("case", new CaseRaised(open.caseId(), tier, renewed, raised.about(), from, until,
                renewed ? ladder.rungs(tier, raised.coaches(), from) : List.of(), raised.findings())));
        return new Folded<>(state.with(new OpenCase(open.caseId(), tier, until,
                renewed ? null : open.acknowledgedAt())), decisions);
    }

    /** The shorter of both, if the earlier clock still runs. */
    private static Instant until(OpenCase open, Instant anew) {
        boolean runs = open.acknowledgedAt() == null;
        return runs && open.acknowledgeBy().isBefore(anew) ? open.acknowledgeBy() : anew;
    }

    /** Whoever looked at the case a while ago may not look at it now. */
    private boolean isAnotherTime(OpenCase open, RiskRaised raised) {
        if (open.acknowledgedAt() == null || !raised.asks().atLeast(RiskTier.S2)) {
            return false;
        }
        Duration since = Duration.between(Objects.requireNonNull(open.acknowledgedAt()), raised.raisedAt());
        return since.compareTo(ladder.limit(open.tier())) > 0;
    }
}
