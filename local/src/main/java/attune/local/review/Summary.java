package attune.local.review;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

import attune.checkin.statements.FlagName;
import attune.checkin.statements.Review;
import attune.checkin.statements.SlotName;

/** Counts what reviews found. */
final class Summary {

    private static final int HIGHEST = 5;
    private static final int GRADES = 3;

    private final Map<FlagName, Integer> flags = new EnumMap<>(FlagName.class);
    private final Map<SlotName, int[]> slots = new EnumMap<>(SlotName.class);
    private final int[] overall = new int[HIGHEST + 1];
    private int reviewed;
    private int flagged;

    void add(Review review) {
        reviewed++;
        flagged += review.flags().isEmpty() ? 0 : 1;
        overall[review.overall()]++;
        review.flags().forEach(flag -> flags.merge(flag.name(), 1, Integer::sum));
        for (SlotName name : SlotName.values()) {
            slots.computeIfAbsent(name, _ -> new int[GRADES])[review.grade(name)]++;
        }
    }

    void print(PrintStream notes, int bad) {
        notes.printf("%d statements reviewed, %d with a flag%s%n", reviewed, flagged,
                bad == 0 ? "" : ", " + bad + " lines left out");
        flags.forEach((name, count) -> notes.printf("  %-20s %5d%n", name.wireName(), count));
        slots.forEach((name, count) -> notes.printf("  %-20s %5d good, %d weak, %d missing%n", name.wireName(),
                count[2], count[1], count[0]));
        for (int step = 1; step <= HIGHEST; step++) {
            notes.printf("  overall %d            %5d%n", step, overall[step]);
        }
    }
}
