package attune.local.play;

import java.util.Map;

/**
 * How a run's clients were taken care of, as their coach sees it.
 *
 * @param clients how many clients are at which tier
 * @param blocked how many suggestions the safety gate held back during the run, by reason
 * @param cases how many cases the run opened, by tier and state
 */
record Care(Map<String, Long> clients, Map<String, Long> blocked, Map<String, Long> cases) {

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
