package attune.checkin.statements;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of one flag or one slot.
 *
 * @param kind {@code flag} or {@code slot}
 * @param name which one
 * @param weight of a flag: how much it takes away from how open the other stays
 * @param says what the file says of it to people, such as why and what to ask
 * @param rules its rules
 */
record RuleSheet(String kind, String name, double weight, Map<String, String> says, List<Rule> rules) {

    /** What is found by any rule, by place. */
    Stream<Rule.Found> in(Words words) {
        return rules.stream().flatMap(rule -> rule.in(words));
    }

    /** The rules of other sheets, as {@code flag/rule}, whose finds in the same sentence this one makes needless. */
    List<String> covers() {
        String covers = says.get("covers");
        return covers == null ? List.of() : List.of(covers.split(" ", -1));
    }

    /** What it says under a key. */
    String says(String key) {
        String text = says.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the sheet of the " + kind + " " + name + " has no line '" + key + "'");
        }
        return text;
    }
}
