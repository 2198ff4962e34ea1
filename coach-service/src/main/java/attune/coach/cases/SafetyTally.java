package attune.coach.cases;

import java.util.Map;
import java.util.TreeMap;

import attune.eventlog.documents.DocumentKind;
import attune.events.CoachingEvent.TierChanged;
import attune.events.RiskTier;

/**
 * How many clients of one partition are at which tier. Document id: the partition.
 *
 * @param clients by tier, S0 left out: those who never needed care are not counted
 */
record SafetyTally(Map<String, Integer> clients) {

    static final DocumentKind<SafetyTally> KIND = new DocumentKind<>("safetyTallies", SafetyTally.class,
            new SafetyTally(Map.of()));

    SafetyTally {
        clients = new TreeMap<>(clients);
    }

    SafetyTally after(TierChanged changed) {
        Map<String, Integer> changing = new TreeMap<>(clients);
        add(changing, changed.from(), -1);
        add(changing, changed.to(), 1);
        return new SafetyTally(changing);
    }

    private static void add(Map<String, Integer> counts, RiskTier tier, int more) {
        if (tier != RiskTier.S0) {
            counts.merge(tier.known().wireName(), more, Integer::sum);
        }
    }
}
