package attune.checkin.listening;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The phrases of the rules as their files write them. Lives in the package of the rules because nobody but benchmarks
 * needs them from outside.
 *
 * @param classes phrases that others refer to by name
 * @param phrases of all rules and of all that takes a finding back or shows its context
 */
public record RulePhrases(Map<String, List<String>> classes, List<String> fillers, List<String> phrases) {

    /** Those of the rules that Attune is built with. */
    public static RulePhrases read() {
        RuleSet rules = RuleFiles.read();
        Stream<String> found = rules.rules().stream().flatMap(rule -> Stream.concat(rule.phrases().stream(),
                rule.unless().stream()));
        Stream<String> marked = rules.markers().values().stream().flatMap(List::stream);
        return new RulePhrases(rules.classes(), rules.fillers(), Stream.concat(found, marked).toList());
    }
}
