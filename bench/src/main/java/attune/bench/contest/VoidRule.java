package attune.bench.contest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import attune.bench.load.Percentiles;
import attune.bench.load.Recording;

/** Says when a result must not be believed, and why. */
final class VoidRule {

    /** A busy machine measures its other work. */
    static final double LOAD_BOUND = 2.5;
    /** A driver later than this (99th percentile) measures itself, in microseconds. */
    static final long LATENESS_BOUND = 5_000;
    /** A server that refuses is quick; more failures than this share make its figures meaningless. */
    static final double FAILURE_BOUND = 0.001;

    private VoidRule() {}

    /** What speaks against a run that began under this load and showed this. */
    static List<String> flaws(Plan plan, double loadAtStart, List<Showing> showings) {
        List<String> flaws = new ArrayList<>();
        if (!plan.isFair()) {
            flaws.add("fewer or shorter rounds than a ratio needs");
        }
        if (loadAtStart >= LOAD_BOUND) {
            flaws.add(String.format(Locale.ROOT, "load average %.2f at the start, %.1f or more", loadAtStart,
                    LOAD_BOUND));
        }
        List<Recording> recordings = showings.stream().map(Showing::recording).filter(Objects::nonNull).toList();
        long lateness = recordings.stream().mapToLong(recording -> recording.lateness().p99()).max().orElse(0);
        if (lateness > LATENESS_BOUND) {
            flaws.add("the driver was late itself: p99 %s ms".formatted(Percentiles.millis(lateness)));
        }
        recordings.stream().filter(VoidRule::failsTooOften).findFirst().ifPresent(recording -> flaws.add(
                "%d of %d requests failed in one round".formatted(recording.failed(),
                        recording.failed() + recording.answered())));
        return List.copyOf(flaws);
    }

    private static boolean failsTooOften(Recording recording) {
        return recording.failed() > FAILURE_BOUND * (recording.failed() + recording.answered());
    }
}
