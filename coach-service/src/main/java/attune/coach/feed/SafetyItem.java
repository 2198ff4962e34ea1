package attune.coach.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import attune.eventlog.records.Recorded;
import attune.events.CaseId;
import attune.events.CoachingEvent;
import attune.events.CoachingEvent.CaseAcknowledged;
import attune.events.CoachingEvent.CaseClosed;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.CaseOpened;
import attune.events.CoachingEvent.CaseRaised;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.TierChanged;
import attune.events.EventId;
import attune.events.RiskTier;
import attune.events.Scope;

/**
 * How much care a client needs, and what becomes of a case, without a word of what was found. Every coach whom the client
 * named sees it; the client never does.
 *
 * @param what tier-changed, suggestion-blocked, case-opened, case-raised, case-escalated, case-acknowledged or case-closed
 * @param tier after it; absent where it says nothing of the tier
 * @param rule which rule's card was held back
 * @param reason why it was held back
 */
record SafetyItem(EventId id, Instant at, String what, @Nullable RiskTier tier, @Nullable CaseId caseId,
        @Nullable String rule, @Nullable String reason)
        implements
            FeedItem {

    /** What belongs to no case stands in one document. */
    private static final UUID TIERS = new UUID(0, 0);

    /** What an event of safety tells a coach; empty if nothing. */
    static Optional<SafetyItem> of(Recorded<?> recorded, CoachingEvent event) {
        return switch (event) {
            case TierChanged changed -> of(recorded, "tier-changed", changed.to(), changed.caseId());
            case SuggestionBlocked blocked -> Optional.of(new SafetyItem(recorded.id(), recorded.recordedAt(),
                    "suggestion-blocked", blocked.tier(), null, blocked.rule(), blocked.reason()));
            case CaseOpened opened -> of(recorded, "case-opened", opened.tier(), opened.caseId());
            case CaseRaised raised -> of(recorded, "case-raised", raised.tier(), raised.caseId());
            case CaseEscalated escalated -> of(recorded, "case-escalated", escalated.tier(), escalated.caseId());
            case CaseAcknowledged acknowledged -> of(recorded, "case-acknowledged", null, acknowledged.caseId());
            case CaseClosed closed -> of(recorded, "case-closed", null, closed.caseId());
            default -> Optional.empty();
        };
    }

    private static Optional<SafetyItem> of(Recorded<?> recorded, String what, @Nullable RiskTier tier,
            @Nullable CaseId caseId) {
        return Optional.of(new SafetyItem(recorded.id(), recorded.recordedAt(), what, tier, caseId, null, null));
    }

    /** What names the document that holds it, below the person. */
    static Optional<UUID> document(CoachingEvent event) {
        return switch (event) {
            case TierChanged _,SuggestionBlocked _ -> Optional.of(TIERS);
            case CaseOpened opened -> Optional.of(opened.caseId().value());
            case CaseRaised raised -> Optional.of(raised.caseId().value());
            case CaseEscalated escalated -> Optional.of(escalated.caseId().value());
            case CaseAcknowledged acknowledged -> Optional.of(acknowledged.caseId().value());
            case CaseClosed closed -> Optional.of(closed.caseId().value());
            default -> Optional.empty();
        };
    }

    @Override
    public String kind() {
        return "safety";
    }

    @Override
    public Optional<FeedItem> within(Set<Scope> scopes) {
        return scopes.isEmpty() ? Optional.empty() : Optional.of(this);
    }
}
