package attune.eventlog.positions;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import attune.events.EventId;

/**
 * How far a fold has come in one partition.
 *
 * @param next the offset of the next event that it has not seen
 * @param last the id of the last record before it that was an event; tells a log that lost its tail from one that did not
 * @param lastOffset the offset of that record; -1 if there was none
 * @param clock the latest time at which an event before it was recorded; folds never see the clock step back
 * @param decisionsFrom the offset on the service's own log before which no decision stands whose cause is {@code next}
 *        or later
 */
public record FoldPosition(String fold, int partition, long next, @Nullable EventId last, long lastOffset,
        Instant clock,
        long decisionsFrom, boolean valid) {

    /** The position before the first event. */
    public static FoldPosition start(String fold, int partition) {
        return new FoldPosition(fold, partition, 0, null, -1, Instant.EPOCH, 0, true);
    }

    /** The id of the last event before this position, if there was one. */
    public Optional<EventId> lastEvent() {
        return Optional.ofNullable(last);
    }
}
