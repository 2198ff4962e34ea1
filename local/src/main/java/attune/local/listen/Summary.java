package attune.local.listen;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** How many were raised, where to and when; in which families. Not safe for several threads. */
final class Summary {

    private final Map<String, TreeMap<Integer, Integer>> turnsByTier = new TreeMap<>();
    private final Map<String, Map<String, Integer>> tiersByFamily = new TreeMap<>();

    void add(Answer answer) {
        turnsByTier.computeIfAbsent(answer.tier(), _ -> new TreeMap<>()).merge(answer.raisedAt(), 1, Integer::sum);
        answer.findings().stream().map(Answer.Finding::family).distinct().forEach(family -> tiersByFamily
                .computeIfAbsent(family, _ -> new TreeMap<>())
                .merge(answer.tier(), 1, Integer::sum));
    }

    void print(PrintStream err, int faults) {
        turnsByTier.forEach((tier, turns) -> err.printf("%s: %d%s%n", tier, sum(turns), tier.equals("S0")
                ? ""
                : ", raised at turn " + turns));
        tiersByFamily.forEach((family, tiers) -> err.printf("%-16s in %d of these: %s%n", family, sum(tiers), tiers));
        if (faults > 0) {
            err.printf("%d lines could not be used.%n", faults);
        }
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
