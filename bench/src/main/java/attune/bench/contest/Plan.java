package attune.bench.contest;

import java.time.Duration;

/**
 * How long a contest goes on.
 *
 * @param warmUps rounds of each contender that are dropped
 * @param warmUp length of each of those
 * @param rounds rounds of each contender that count, at least 1
 * @param round length of each of those
 */
public record Plan(int warmUps, Duration warmUp, int rounds, Duration round) {

    /** What a ratio needs to be believed: two warm-up rounds of 20 s, then five rounds of 10 s. */
    public static final Plan FAIR = new Plan(2, Duration.ofSeconds(20), 5, Duration.ofSeconds(10));

    /** Enough to see that everything works; nothing that could be believed. */
    public static final Plan QUICK = new Plan(1, Duration.ofSeconds(3), 2, Duration.ofSeconds(3));

    public Plan {
        if (warmUps < 0 || rounds < 1) {
            throw new IllegalArgumentException("A contest needs at least one round");
        }
    }

    /** Whether it is long enough for its ratios to be believed. */
    public boolean isFair() {
        return warmUps >= FAIR.warmUps && rounds >= FAIR.rounds
                && warmUp.compareTo(FAIR.warmUp) >= 0 && round.compareTo(FAIR.round) >= 0;
    }

    public Plan withWarmUps(int count) {
        return new Plan(count, warmUp, rounds, round);
    }

    public Plan withWarmUp(Duration length) {
        return new Plan(warmUps, length, rounds, round);
    }

    public Plan withRounds(int count) {
        return new Plan(warmUps, warmUp, count, round);
    }

    public Plan withRound(Duration length) {
        return new Plan(warmUps, warmUp, rounds, length);
    }
}
