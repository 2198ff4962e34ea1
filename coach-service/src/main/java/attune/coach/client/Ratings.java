package attune.coach.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One kind of rating over time.
 *
 * @param count how many there were
 * @param mean of all of them, 1..5; 0 before the first
 * @param recent mean that forgets: each new rating counts {@value #WEIGHT_OF_NEWEST}; 0 before the first
 * @param last the one that happened last, 1..5
 * @param lastAt when that happened
 */
public record Ratings(int count, double mean, double recent, @Nullable Integer last, @Nullable Instant lastAt) {

    public static final Ratings NONE = new Ratings(0, 0, 0, null, null);

    private static final double WEIGHT_OF_NEWEST = 0.3;

    /** With one rating more; one that happened before the last one, and came late, does not become the last. */
    public Ratings with(@Nullable Integer rating, Instant happenedAt) {
        if (rating == null) {
            return this;
        }
        boolean newest = lastAt == null || !happenedAt.isBefore(lastAt);
        return new Ratings(count + 1, mean + (rating - mean) / (count + 1),
                count == 0 ? rating : recent + WEIGHT_OF_NEWEST * (rating - recent),
                newest ? rating : last, newest ? happenedAt : lastAt);
    }
}
