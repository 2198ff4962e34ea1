package attune.coach.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import attune.coach.rules.OfferedCard;
import attune.events.CaseId;
import attune.events.FindingId;
import attune.events.FoundRisk;
import attune.events.RiskTier;

/**
 * What the gate knows of a client. It holds no text and stays small.
 *
 * @param tier how much care the client needs now
 * @param offered the cards that were suggested lately, oldest first
 * @param unreviewed the findings that no coach has looked at, oldest first
 * @param open the case that is open
 * @param incomplete whether an event on the coaching log could not be read
 */
public record GateState(RiskTier tier, List<OfferedCard> offered, List<FoundRisk> unreviewed, @Nullable OpenCase open,
        boolean incomplete) {

    /** What is known of whoever never told anything. */
    public static final GateState INITIAL = new GateState(RiskTier.S0, List.of(), List.of(), null, false);

    private static final Duration MEMORY = Duration.ofDays(30);
    private static final int MOST_CARDS = 100;
    private static final int MOST_FINDINGS = 100;

    public GateState {
        Objects.requireNonNull(tier, "tier");
        offered = List.copyOf(offered);
        unreviewed = List.copyOf(unreviewed);
    }

    /** The tier to go by: who knows too little takes the cautious side. */
    public RiskTier effectiveTier() {
        return incomplete ? RiskTier.higher(tier, RiskTier.S1) : tier.known();
    }

    /** Below this the tier cannot be lowered: it is what the findings ask that nobody has looked at. */
    public RiskTier floor() {
        return unreviewed.stream().map(FoundRisk::tier).reduce(RiskTier.S0, RiskTier::higher);
    }

    /** The case that is open. */
    public Optional<CaseId> openCase() {
        return Optional.ofNullable(open).map(OpenCase::caseId);
    }

    /** Whether this is the case that is open. */
    boolean isOpen(@Nullable CaseId caseId) {
        return open != null && open.caseId().equals(caseId);
    }

    GateState with(RiskTier newTier) {
        return new GateState(newTier, offered, unreviewed, open, incomplete);
    }

    GateState with(@Nullable OpenCase newOpen) {
        return new GateState(tier, offered, unreviewed, newOpen, incomplete);
    }

    GateState missingSomething() {
        return new GateState(tier, offered, unreviewed, open, true);
    }

    /** Of too many findings those go first that ask for least, and of these the oldest. */
    GateState finding(List<FoundRisk> found) {
        List<FoundRisk> more = new ArrayList<>(unreviewed);
        more.addAll(found);
        while (more.size() > MOST_FINDINGS) {
            more.remove(more.stream().min(Comparator.comparing(finding -> finding.tier().known())).orElseThrow());
        }
        return new GateState(tier, offered, more, open, incomplete);
    }

    GateState reviewed(FindingId finding) {
        return new GateState(tier, offered,
                unreviewed.stream().filter(one -> !one.finding().equals(finding)).toList(), open, incomplete);
    }

    /** A suggestion is known by its card and its time: the gate sees its own decisions again on the log. */
    GateState offering(List<OfferedCard> cards, Instant now) {
        Instant since = now.minus(MEMORY);
        List<OfferedCard> more = Stream.concat(offered.stream(), cards.stream()).distinct()
                .filter(card -> card.at().isAfter(since)).toList();
        return new GateState(tier, more.subList(Math.max(0, more.size() - MOST_CARDS), more.size()), unreviewed, open,
                incomplete);
    }
}
