package attune.coach.rules;

import java.util.List;
import java.util.Map;

/**
 * A rule as the rule book has it.
 *
 * @param id such as {@code R02}
 * @param family cards of one family keep a distance in time
 * @param precedence lower goes first; no two rules have the same
 * @param evidence A, B, C or D, also B+ or A/B
 * @param alone whether nothing else is suggested beside it
 * @param when the numbers that its condition looks at, by name
 * @param cards in the order in which they are tried
 */
record Rule(String id, String name, String family, int precedence, String evidence, boolean alone,
        Map<String, Integer> when, List<Card> cards) {

    Rule {
        when = Map.copyOf(when);
        cards = List.copyOf(cards);
    }

    /** The number that the rule book gives for a condition; the check at the start saw that it is there. */
    int number(String name) {
        Integer number = when.get(name);
        if (number == null) {
            throw new IllegalStateException(id + " has no number for " + name);
        }
        return number;
    }
}
