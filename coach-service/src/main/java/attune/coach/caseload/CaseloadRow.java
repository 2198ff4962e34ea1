package attune.coach.caseload;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import attune.coach.client.Overview;
import attune.coach.client.Ratings;
import attune.coach.gate.GateState;
import attune.events.CaseId;
import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Scope;

/**
 * A client in their coach's caseload.
 *
 * @param scopes what the client lets this coach see
 * @param values the last ratings; absent without the scope {@code pulse}
 * @param openConflicts how many conflicts are not settled; absent without the scope {@code conflicts}
 * @param waitingSuggestions how many suggestions wait for the client's answer
 * @param silentSince when the client last shared something; absent if never
 * @param tier how much care the client needs
 * @param openCase the case in which the safety team looks at the client; absent if there is none
 * @param reasons why to look at this client, in plain words, the most important first
 */
record CaseloadRow(PersonId client, List<Scope> scopes, @Nullable Values values, @Nullable Integer openConflicts,
        int waitingSuggestions, @Nullable Instant silentSince, RiskTier tier, @Nullable CaseId openCase,
        List<String> reasons) {

    CaseloadRow {
        scopes = List.copyOf(scopes);
        reasons = List.copyOf(reasons);
    }

    /** The last ratings of the check-ins that the client shares; each absent if there is none. */
    record Values(@Nullable Value mood, @Nullable Value energy, @Nullable Value safety, @Nullable Value understood) {

        static Values of(Overview overview) {
            return new Values(Value.of(overview.mood()), Value.of(overview.energy()), Value.of(overview.safety()),
                    Value.of(overview.understood()));
        }
    }

    /**
     * A rating.
     *
     * @param last 1..5
     * @param at when that was
     * @param usual the mean of all, to one decimal
     */
    record Value(int last, Instant at, double usual) {

        static @Nullable Value of(Ratings ratings) {
            Integer last = ratings.last();
            Instant at = ratings.lastAt();
            return last == null || at == null ? null : new Value(last, at, Math.round(ratings.mean() * 10) / 10.0);
        }
    }

    static CaseloadRow of(PersonId client, Overview overview, GateState care, Set<Scope> scopes, int waiting,
            List<Attention.Reason> reasons) {
        boolean pulse = scopes.contains(Scope.PULSE);
        boolean conflicts = scopes.contains(Scope.CONFLICTS);
        long open = overview.conflicts().stream().filter(conflict -> !conflict.resolved()).count();
        return new CaseloadRow(client, scopes.stream().sorted().toList(), pulse ? Values.of(overview) : null,
                conflicts ? (int) open : null, waiting, overview.lastSharedAt(),
                care.effectiveTier(), care.openCase().orElse(null),
                reasons.stream().map(Attention.Reason::text).toList());
    }
}
