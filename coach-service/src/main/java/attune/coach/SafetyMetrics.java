package attune.coach;

import java.util.function.Consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

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

    private final MeterRegistry registry;

    SafetyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(Envelope<?> decision) {
        switch (decision.event()) {
            case RiskRaised raised -> raised.reasons().forEach(reason -> count("attune.safety.raised",
                    "What clients told that asks for care", "tier", tier(raised.asks()), "reason", reason));
            case SuggestionBlocked blocked -> blocked("suggestion", blocked.tier(), blocked.reason());
            case SharingBlocked blocked -> blocked("sharing", blocked.tier(), blocked.reason());
            case TierChanged changed -> count("attune.safety.tier.changes", "Changes of the tiers of clients", "from",
                    tier(changed.from()), "to", tier(changed.to()));
            case CaseOpened opened -> cases(opened.tier(), "opened");
            case CaseRaised raised -> cases(raised.tier(), raised.renewed() ? "renewed" : "added");
            default -> {
            }
        }
    }

    private void blocked(String what, RiskTier tier, String reason) {
        count("attune.safety.blocked", "What the safety gate held back", "what", what, "tier", tier(tier), "reason",
                reason);
    }

    private void cases(RiskTier tier, String what) {
        count("attune.safety.cases", "Cases that were opened or raised", "tier", tier(tier), "what", what);
    }

    private static String tier(RiskTier tier) {
        return tier.known().wireName();
    }

    private void count(String name, String description, String... tags) {
        Counter.builder(name).description(description).tags(tags).register(registry).increment();
    }
}
