package attune.notification.planning;

import java.time.Duration;

import attune.events.Category;

/**
 * How much a person is to bear. All counts are for one channel.
 *
 * @param suggestionsADay on one day of the person's calendar
 * @param remindersADay on one day of the person's calendar
 * @param coachMessagesADay on one day of the person's calendar
 * @param aWeek of all that is counted, in any seven days
 * @param gap the least time between two pushes
 * @param halveAfter so many without a reaction in a row halve what may come
 * @param silenceAfter so many without a reaction in a row leave only the inbox
 * @param reactWithin how long a person may take before it counts as no reaction
 * @param lateAfter what could not be sent for so long after it was due goes with all else that is late
 * @param stalest nothing that waits for a digest is older than this when it goes into one
 */
public record Burden(int suggestionsADay, int remindersADay, int coachMessagesADay, int aWeek, Duration gap,
        int halveAfter, int silenceAfter, Duration reactWithin, Duration lateAfter, Duration stalest) {

    /** What people are known to bear well. */
    public static final Burden DEFAULT = new Burden(1, 1, 3, 6, Duration.ofHours(4), 3, 5, Duration.ofDays(1),
            Duration.ofHours(1), Duration.ofDays(14));

    public Burden {
        if (suggestionsADay < 1 || remindersADay < 1 || coachMessagesADay < 1 || aWeek < 1) {
            throw new IllegalArgumentException("At least one must be allowed in a day and in a week");
        }
        if (gap.isNegative() || silenceAfter < halveAfter || halveAfter < 1) {
            throw new IllegalArgumentException(
                    "The gap must not be negative, and silence must not come before half the frequency");
        }
    }

    /** Whether a category is counted, can wait for a digest, and is left out when there was no reaction. */
    public static boolean mayWait(Category category) {
        return switch (category) {
            case SUGGESTION, REMINDER, COACH_MESSAGE, UNKNOWN -> true;
            case APPOINTMENT, ACCOUNT, SAFETY, DIGEST -> false;
        };
    }

    /** Whether a category is left out when there was no reaction: a coach's words are not. */
    static boolean tires(Category category) {
        return category == Category.SUGGESTION || category == Category.REMINDER || category == Category.UNKNOWN;
    }

    int aDay(Category category) {
        return switch (category) {
            case REMINDER -> remindersADay;
            case COACH_MESSAGE -> coachMessagesADay;
            default -> suggestionsADay;
        };
    }
}
