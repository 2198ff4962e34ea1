package attune.checkin.statements;

import java.util.List;
import java.util.Map;

/**
 * How likely the other stays open: from the middle, each thing that closes ears takes something away and each good slot
 * adds something. Polarity plays no part: a sad or an angry sentence is not a worse one.
 */
final class Openness {

    private static final double MIDDLE = 3;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;

    private final RuleBook book;

    Openness(RuleBook book) {
        this.book = book;
    }

    double score(Map<FlagName, List<Rule.Found>> flags, Map<SlotName, Rule.Found> slots) {
        double away = flags.entrySet().stream()
                .mapToDouble(flag -> book.flag(flag.getKey()).weight()
                        * (1 + 0.15 * (Math.min(distinct(flag.getValue()), 4) - 1)))
                .sum();
        double added = (grade(slots, SlotName.FEELING) == 2 ? 0.5 : 0)
                + step(slots, SlotName.OBSERVATION, 0.15, 0.4) + step(slots, SlotName.NEED, 0.1, 0.4)
                + step(slots, SlotName.REQUEST, 0.1, 0.65);
        double seen = step(slots, SlotName.OTHER_PERSPECTIVE, 0.45, 0.95);
        double good = seen < 0.9 && added > 1 ? 1 + (added - 1) * 0.55 : added;
        double score = MIDDLE - away + (flags.isEmpty() ? good + seen : (good + seen) * 0.5);
        return Math.round(Math.clamp(score, LOWEST, HIGHEST) * 100) / 100.0;
    }

    /** The whole step of a finer score. */
    static int whole(double score) {
        return score < 1.7 ? 1 : score < 2.6 ? 2 : score < 3.6 ? 3 : score < 4.45 ? 4 : 5;
    }

    private static long distinct(List<Rule.Found> finds) {
        return finds.stream().map(Rule.Found::rule).distinct().count();
    }

    private static int grade(Map<SlotName, Rule.Found> slots, SlotName name) {
        Rule.Found find = slots.get(name);
        return find == null ? 0 : (int) find.rule().grade();
    }

    private static double step(Map<SlotName, Rule.Found> slots, SlotName name, double weak, double good) {
        return switch (grade(slots, name)) {
            case 2 -> good;
            case 1 -> weak;
            default -> 0;
        };
    }
}
