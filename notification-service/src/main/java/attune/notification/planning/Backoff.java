package attune.notification.planning;

import java.time.Duration;

/**
 * How long to wait before a failed attempt is made again: full jitter under a ceiling that doubles.
 *
 * @param first the ceiling after the first attempt
 * @param longest the highest ceiling
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * The wait after an attempt.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param chance 0 inclusive to 1 exclusive
     */
    public Duration after(int attempt, double chance) {
        long ceiling = first.toMillis() << Math.min(attempt - 1, 20);
        long most = Math.min(ceiling, longest.toMillis());
        return Duration.ofMillis(1 + (long) (chance * most));
    }
}
