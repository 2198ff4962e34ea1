package attune.coach.caseload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.errorprone.annotations.FormatMethod;

import attune.coach.client.Overview;
import attune.coach.client.Ratings;
import attune.coach.gate.GateState;
import attune.events.Scope;

/**
 * Why a client may need their coach's attention, in plain words. Pure. The weights only order the list; they are our own
 * choice and no measure of a person or a relationship.
 */
final class Attention {

    private static final int LOW_SAFETY = 2;
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int ENOUGH_RATINGS = 5;
    private static final double CLEAR_FALL = 1.0;
    private static final Duration TIME_TO_REPAIR = Duration.ofHours(24);
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(3);
    private static final Duration SILENCE_OF_UNKNOWN = Duration.ofDays(7);
    private static final int SILENCE_FACTOR = 3;

    private final Overview overview;
    private final Set<Scope> scopes;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();

    private Attention(Overview overview, Set<Scope> scopes, Instant now) {
        this.overview = overview;
        this.scopes = scopes;
        this.now = now;
    }

    /** A reason and how much it counts. */
    record Reason(int weight, String text) {}

    /** The reasons, the most important first. */
    static List<Reason> reasons(Overview overview, GateState care, Set<Scope> scopes, int waitingSuggestions,
            Instant now) {
        Attention attention = new Attention(overview, scopes, now);
        attention.lookAtCare(care);
        attention.lookAtRatings();
        attention.lookAtConflicts();
        attention.lookAtSilence();
        attention.lookAtTheRest(waitingSuggestions);
        return attention.reasons.stream().sorted(Comparator.comparingInt(Reason::weight).reversed()).toList();
    }

    private void lookAtCare(GateState care) {
        boolean open = care.openCase().isPresent();
        switch (care.effectiveTier()) {
            case S3 -> add(1_000, open ? "Needs somebody now: an urgent case is open." : "Is at the urgent tier (S3).");
            case S2 -> add(500, open ? "A case is open: please look at it today." : "Is at the review tier (S2).");
            case S1, UNKNOWN ->
                add(120, "Something they told asks for care; please review it on the next working day.");
            case S0 -> {
            }
        }
    }

    private void lookAtRatings() {
        if (!scopes.contains(Scope.PULSE)) {
            return;
        }
        Ratings safety = overview.safety();
        Integer last = safety.last();
        Instant lastAt = safety.lastAt();
        if (last != null && lastAt != null && last <= LOW_SAFETY && lastAt.isAfter(now.minus(LATELY))) {
            add(100, "Rated their safety at %d of 5 %s.", last, ago(lastAt));
        }
        lookForFall("Safety", safety);
        lookForFall("Feeling understood", overview.understood());
        lookForFall("Mood", overview.mood());
    }

    private void lookForFall(String what, Ratings ratings) {
        if (ratings.count() >= ENOUGH_RATINGS && ratings.mean() - ratings.recent() >= CLEAR_FALL) {
            add(60, "%s has fallen: lately %.1f, usually %.1f.", what, ratings.recent(), ratings.mean());
        }
    }

    private void lookAtConflicts() {
        if (!scopes.contains(Scope.CONFLICTS)) {
            return;
        }
        long unmended = overview.conflicts().stream()
                .filter(conflict -> !conflict.mended() && !conflict.resolved())
                .filter(conflict -> conflict.happenedAt().isBefore(now.minus(TIME_TO_REPAIR)))
                .count();
        if (unmended > 0) {
            add((int) Math.min(90, 50 + 10 * unmended), "%s open, without a step toward each other so far.",
                    unmended == 1 ? "A conflict is" : unmended + " conflicts are");
        }
    }

    private void lookAtSilence() {
        Instant last = overview.lastSharedAt();
        if (last == null) {
            add(5, "Has not shared anything yet.");
            return;
        }
        Duration silence = Duration.between(last, now);
        Duration usual = Duration.ofMinutes(Math.round(overview.gapHours() * 60));
        Duration longest = usual.isZero() ? SILENCE_OF_UNKNOWN : usual.multipliedBy(SILENCE_FACTOR);
        if (silence.compareTo(longest) > 0 && silence.compareTo(SHORTEST_SILENCE) > 0) {
            add(40, "Has shared nothing for %d days%s.", silence.toDays(),
                    usual.isZero() ? "" : "; usually every " + every(usual));
        }
    }

    private void lookAtTheRest(int waitingSuggestions) {
        if (overview.incomplete()) {
            add(30, "Something that this client sent could not be read; what you see may be incomplete.");
        }
        if (waitingSuggestions > 0) {
            add(10, "%s for their answer.",
                    waitingSuggestions == 1 ? "A suggestion waits" : waitingSuggestions + " suggestions wait");
        }
    }

    @FormatMethod
    private void add(int weight, String text, Object... parts) {
        reasons.add(new Reason(weight, String.format(Locale.ROOT, text, parts)));
    }

    private String ago(Instant at) {
        long days = Duration.between(at, now).toDays();
        if (days <= 0) {
            return "within the last day";
        }
        return days == 1 ? "a day ago" : days + " days ago";
    }

    private static String every(Duration usual) {
        long days = Math.max(1, Math.round(usual.toHours() / 24.0));
        return days == 1 ? "day" : days + " days";
    }
}
