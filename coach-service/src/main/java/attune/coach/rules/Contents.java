package attune.coach.rules;

import java.util.List;
import java.util.Set;

import attune.coach.client.Signs;

/** What stands in a file of the rule book. */
record Contents(String version, Limits limits, SignsOfCare signs, List<Rule> rules) {

    Contents {
        rules = List.copyOf(rules);
    }

    /** See {@link Signs}. */
    record SignsOfCare(int safetyAtMost, int arousalAtLeast, Set<String> fear, Set<String> hardOnSelf,
            Set<String> needsAPerson) {

        Signs toSigns() {
            return new Signs(safetyAtMost, arousalAtLeast, fear, hardOnSelf, needsAPerson);
        }
    }
}
