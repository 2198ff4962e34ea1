package attune.coach.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import attune.events.PersonId;
import attune.events.RiskTier;
import attune.events.Rung;
import attune.events.RungKind;

/**
 * Who is asked to look at a case, and by when it has to be acknowledged.
 *
 * @param review how long a case of tier S2 may wait
 * @param urgent how long a case of tier S3 may wait
 * @param backup who stands in for the coaches of a client
 * @param onCall who is there at any hour
 */
public record Ladder(Duration review, Duration urgent, List<PersonId> backup, List<PersonId> onCall) {

    /** A case that waits has been through the ladder once when its time is up. */
    private static final int RUNGS = 3;

    public Ladder {
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(urgent, "urgent");
        if (!review.isPositive() || !urgent.isPositive()) {
            throw new IllegalArgumentException("The times of cases have to be longer than nothing");
        }
        backup = List.copyOf(backup);
        onCall = List.copyOf(onCall);
    }

    /** How long a case of this tier may wait. */
    Duration limit(RiskTier tier) {
        return tier == RiskTier.S3 ? urgent : review;
    }

    /** The rungs that have somebody on them, the first at once. */
    List<Rung> rungs(RiskTier tier, List<PersonId> assigned, Instant from) {
        Duration step = limit(tier).dividedBy(RUNGS);
        List<Rung> rungs = new ArrayList<>(RUNGS);
        add(rungs, RungKind.ASSIGNED, assigned, from, step);
        add(rungs, RungKind.BACKUP, backup, from, step);
        add(rungs, RungKind.ON_CALL, onCall, from, step);
        return List.copyOf(rungs);
    }

    private static void add(List<Rung> rungs, RungKind kind, List<PersonId> coaches, Instant from, Duration step) {
        if (!coaches.isEmpty()) {
            rungs.add(new Rung(kind, coaches, from.plus(step.multipliedBy(rungs.size()))));
        }
    }
}
