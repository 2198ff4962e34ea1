package attune.coach;

import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import attune.coach.safety.CardKind;
import attune.coach.safety.SafetyGate;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.RiskRaised;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.TierChanged;
import attune.events.Envelope;
import attune.events.RiskTier;

/**
 * Counts what was decided for safety when the log has it for the first time. No label names a person.
 *
 * <pre>
 *   attune_safety_raised_total{tier,reason}    something told asks for care; not-analysed, failed, not-listened and
 *                                              unreadable are reasons that operators look after
 *   attune_safety_blocked_total{what,tier,reason}  what the gate held back: suggestion or sharing
 *   attune_safety_tier_changes_total{from,to}
 *   attune_safety_cases_total{tier,what}       cases opened, and open ones that were renewed or had something added
 * </pre>
 */
final class SafetyMetrics implements Consumer<Envelope<?>> {

    private static final List<String> REASONS = List.of("finding", "measure", "signs-add-up", "not-analysed", "failed",
            "not-listened", "unreadable");

    private final MeterRegistry registry;

    /** Begins with the commonest counters at 0: the first of its kind is an increase then, which alerts can see. */
    SafetyMetrics(MeterRegistry registry) {
        this.registry = registry;
        REASONS.forEach(reason -> raised(RiskTier.S1, reason));
        SafetyGate.against(RiskTier.S1, CardKind.DYADIC)
                .ifPresent(reason -> blocked("suggestion", RiskTier.S1, reason));
        SafetyGate.againstSharing(RiskTier.S2).ifPresent(reason -> blocked("sharing", RiskTier.S2, reason));
        for (RiskTier tier : List.of(RiskTier.S2, RiskTier.S3)) {
            changes(RiskTier.S0, tier);
            cases(tier, "opened");
        }
    }

    @Override
    public void accept(Envelope<?> decision) {
        switch (decision.event()) {
            case RiskRaised raised -> raised.reasons().forEach(reason -> raised(raised.asks(), reason).increment());
            case SuggestionBlocked blocked -> blocked("suggestion", blocked.tier(), blocked.reason()).increment();
            case SharingBlocked blocked -> blocked("sharing", blocked.tier(), blocked.reason()).increment();
            case TierChanged changed -> changes(changed.from(), changed.to()).increment();
            case CaseOpened opened -> cases(opened.tier(), "opened").increment();
            case CaseRaised raised -> cases(raised.tier(), raised.renewed() ? "renewed" : "added").increment();
            default -> {
            }
        }
    }

    private Counter raised(RiskTier tier, String reason) {
        return counter("attune.safety.raised", "What clients told that asks for care", "tier", tier(tier), "reason",
                reason);
    }

    private Counter changes(RiskTier from, RiskTier to) {
        return counter("attune.safety.tier.changes", "Changes of the tiers of clients", "from", tier(from), "to",
                tier(to));
    }

    private Counter blocked(String what, RiskTier tier, String reason) {
        return counter("attune.safety.blocked", "What the safety gate held back", "what", what, "tier", tier(tier),
                "reason",
                reason);
    }

    private Counter cases(RiskTier tier, String what) {
        return counter("attune.safety.cases", "Cases that were opened or raised", "tier", tier(tier), "what", what);
    }

    private static String tier(RiskTier tier) {
        return tier.known().wireName();
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
