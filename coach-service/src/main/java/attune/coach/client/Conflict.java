package attune.coach.client;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import attune.events.About;
import attune.events.Audience;
import attune.events.Conduct;
import attune.events.ConflictId;
import attune.events.JournalEvent.ConflictEntryAdded;
import attune.events.JournalEvent.ConflictOpened;

/**
 * A conflict as far as rules look at it.
 *
 * @param happenedAt when it happened for the client
 * @param intensity 1..5
 * @param arousal how worked up the client was when they told of it, 1..5
 * @param repairsTried how often the client tried to mend it
 * @param repairsReceived how often the other did
 * @param toldAt when something was last told about it, as recorded
 * @param resolved whether the client says that it is settled
 */
public record Conflict(ConflictId id, About about, Instant happenedAt, @Nullable Integer intensity,
        @Nullable Integer arousal, boolean stillGoingOn, List<Conduct> saidOrDone, int repairsTried,
        int repairsReceived, Instant toldAt, boolean resolved, List<Audience> audience) {

    public Conflict {
        saidOrDone = List.copyOf(saidOrDone);
        audience = List.copyOf(audience);
    }

    static Conflict of(ConflictOpened opened, Instant happenedAt, Instant now) {
        return new Conflict(opened.conflict(), opened.about(), happenedAt, opened.intensity(), opened.arousal(),
                opened.stillGoingOn(), opened.saidOrDone(), 0, 0, now, false, opened.audience());
    }

    Conflict with(ConflictEntryAdded entry, Instant now) {
        int tried = repairsTried;
        int received = repairsReceived;
        boolean settled = resolved;
        boolean goesOn = stillGoingOn;
        switch (entry.kind()) {
            case REPAIR_TRIED -> tried++;
            case REPAIR_RECEIVED -> received++;
            case RESOLVED -> {
                settled = true;
                goesOn = false;
            }
            case REOPENED -> settled = false;
            case TIME_OUT, UNDERSTOOD, NOTE, UNKNOWN -> {
            }
        }
        return new Conflict(id, about, happenedAt, intensity, arousal, goesOn, saidOrDone, tried, received,
                now, settled, audience);
    }

    /** Whether somebody has taken a step, or it is settled. */
    public boolean mended() {
        return resolved || repairsTried + repairsReceived > 0;
    }
}
