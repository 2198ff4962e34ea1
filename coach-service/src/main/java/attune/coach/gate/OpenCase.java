package attune.coach.gate;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.CaseId;
import attune.events.RiskTier;

/**
 * What the gate knows of a client's open case.
 *
 * @param tier the highest that it had
 * @param acknowledgedAt when a coach last said that they look at it; null while nobody does
 */
record OpenCase(CaseId caseId, RiskTier tier, Instant acknowledgeBy, @Nullable Instant acknowledgedAt) {

    OpenCase acknowledged(Instant at) {
        return new OpenCase(caseId, tier, acknowledgeBy, at);
    }
}
