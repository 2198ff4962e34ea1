package attune.notification.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import attune.eventlog.positions.Positions;
import attune.eventlog.positions.Progress;
import attune.events.Log;

/**
 * Holds back what is due until all that another log had said has been folded, such as how people want to be reached:
 * after a restart, and while that fold is behind. Used by one thread.
 *
 * @param <T> what is due
 */
final class Barriers<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Log log;
    private final String fold;
    private final LogEnds ends;
    private final Progress progress;
    private final Positions positions;
    private final Function<T, Integer> partition;
    private final Function<T, Object> name;
    private final Map<Integer, Barrier> barriers = new HashMap<>();

    /**
     * Barriers for one fold.
     *
     * @param fold which has to come to the end of the log
     * @param partition in which partition something is due
     * @param name what tells it from all else that is due
     */
    Barriers(Log log, String fold, LogEnds ends, Progress progress, Positions positions,
            Function<T, Integer> partition, Function<T, Object> name) {
        this.log = log;
        this.fold = fold;
        this.ends = ends;
        this.progress = progress;
        this.positions = positions;
        this.partition = partition;
        this.name = name;
    }

    /** What may be looked at now. Asks the log, so that nothing is begun while the log is away. */
    List<T> known(List<T> due) {
        Map<Integer, List<T>> byPartition = due.stream().collect(Collectors.groupingBy(partition));
        raise(byPartition);
        return byPartition.entrySet().stream().flatMap(entry -> passed(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** Whether something waits for the fold. */
    boolean isHolding() {
        return !barriers.isEmpty();
    }

    void forget(int number) {
        barriers.remove(number);
    }

    private void raise(Map<Integer, List<T>> byPartition) {
        Map<Integer, Long> logEnds = ends.of(log, byPartition.keySet());
        byPartition.forEach((number, dues) -> barriers.computeIfAbsent(number, _ -> new Barrier(
                Objects.requireNonNull(logEnds.get(number)),
                dues.stream().map(name).collect(Collectors.toSet()))));
    }

    private List<T> passed(int number, List<T> dues) {
        Barrier barrier = barriers.get(number);
        if (barrier == null || next(number) < barrier.end()) {
            return List.of();
        }
        barriers.remove(number);
        return dues.stream().filter(due -> barrier.before().contains(name.apply(due))).toList();
    }

    private long next(int number) {
        OptionalLong here = progress.next(fold, number);
        return here.isPresent() ? here.getAsLong() : elsewhere(number);
    }

    private long elsewhere(int number) {
        return Objects.requireNonNull(positions.find(fold, number).block(PATIENCE)).next();
    }

    /**
     * What stood before it when it was raised may pass once the fold has come so far.
     *
     * @param end the offset that the fold has to reach
     */
    private record Barrier(long end, Set<Object> before) {}
}
