package attune.coach.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import attune.events.CaseId;
import attune.events.PersonId;
import attune.events.RiskTier;

/**
 * A case in a list.
 *
 * @param tier the highest that it had
 * @param state open, acknowledged or closed
 */
record CaseSummary(CaseId id, PersonId client, RiskTier tier, String state, Instant openedAt, Instant acknowledgeBy,
        @Nullable PersonId acknowledgedBy, @Nullable Instant acknowledgedAt, @Nullable Instant closedAt) {

    static CaseSummary of(CaseDocument.Body body) {
        return new CaseSummary(body.caseId(), body.client(), body.tier(), body.state(), body.openedAt(),
                body.acknowledgeBy(), body.acknowledgedBy(), body.acknowledgedAt(), body.closedAt());
    }
}
