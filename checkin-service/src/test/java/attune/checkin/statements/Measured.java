package attune.checkin.statements;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import attune.checkin.statements.LabelledStatements.Labelled;

/** How often the reviewer and the people who labelled agree. */
final class Measured {

    private final Map<FlagName, Counts> flags = new EnumMap<>(FlagName.class);
    private final Map<SlotName, Counts> slots = new EnumMap<>(SlotName.class);

    private Measured() {}

    static Measured of(StatementReviewer reviewer, List<Labelled> statements) {
        Measured measured = new Measured();
        statements.forEach(statement -> measured.add(reviewer.review(statement.text()), statement));
        return measured;
    }

    private void add(Review review, Labelled labelled) {
        for (FlagName name : FlagName.values()) {
            flags.merge(name, Counts.of(labelled.flags().contains(name), review.has(name)), Counts::plus);
        }
        Map<SlotName, Integer> graded = labelled.slots();
        if (graded != null) {
            graded.forEach((name, grade) -> slots.merge(name, Counts.of(grade == 2, review.grade(name) == 2),
                    Counts::plus));
        }
    }

    Counts of(FlagName name) {
        return flags.getOrDefault(name, Counts.NONE);
    }

    Counts of(SlotName name) {
        return slots.getOrDefault(name, Counts.NONE);
    }

    double meanF1() {
        return flags.values().stream().filter(counts -> counts.both + counts.missed + counts.extra > 0)
                .mapToDouble(Counts::f1).average().orElse(0);
    }

    /** A table for the documentation. */
    String table() {
        StringBuilder table = new StringBuilder(512);
        flags.forEach((name, counts) -> table.append(row(name.wireName(), counts)));
        slots.forEach((name, counts) -> table.append(row(name.wireName(), counts)));
        return table.toString();
    }

    private static String row(String name, Counts counts) {
        return String.format(Locale.ROOT, "| %s | %d | %.2f | %.2f | %.2f |%n", name, counts.both + counts.missed,
                counts.precision(), counts.recall(), counts.f1());
    }

    /**
     * @param both found and labelled
     * @param extra found only
     * @param missed labelled only
     */
    record Counts(int both, int extra, int missed) {

        static final Counts NONE = new Counts(0, 0, 0);

        static Counts of(boolean labelled, boolean found) {
            return new Counts(labelled && found ? 1 : 0, !labelled && found ? 1 : 0, labelled && !found ? 1 : 0);
        }

        Counts plus(Counts more) {
            return new Counts(both + more.both, extra + more.extra, missed + more.missed);
        }

        double precision() {
            return both + extra == 0 ? 1 : (double) both / (both + extra);
        }

        double recall() {
            return both + missed == 0 ? 1 : (double) both / (both + missed);
        }

        double f1() {
            return both == 0 ? 0 : 2.0 * both / (2 * both + extra + missed);
        }
    }
}
