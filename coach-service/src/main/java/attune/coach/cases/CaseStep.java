package attune.coach.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.PersonId;
import attune.events.PrivateText;
import attune.events.RiskTier;

/**
 * Something that happened in a case.
 *
 * @param what opened, added, raised, escalated, acknowledged, noted, judged, tier-lowered or closed
 * @param by the coach who did it
 * @param to who was asked
 * @param reason why a coach lowered the tier
 */
record CaseStep(String what, Instant at, @Nullable RiskTier tier, @Nullable PersonId by, List<PersonId> to,
        @Nullable PrivateText reason) {

    CaseStep {
        to = List.copyOf(to);
    }

    static CaseStep of(String what, Instant at) {
        return new CaseStep(what, at, null, null, List.of(), null);
    }

    CaseStep at(RiskTier newTier) {
        return new CaseStep(what, at, newTier, by, to, reason);
    }

    CaseStep by(PersonId coach) {
        return new CaseStep(what, at, tier, coach, to, reason);
    }

    CaseStep to(List<PersonId> coaches) {
        return new CaseStep(what, at, tier, by, coaches, reason);
    }

    CaseStep because(PrivateText newReason) {
        return new CaseStep(what, at, tier, by, to, newReason);
    }
}
