package attune.eventlog.folds;

import org.jspecify.annotations.Nullable;

import attune.eventlog.positions.FoldPosition;
import attune.events.Cause;
import attune.events.EventId;
import attune.events.Log;

/** What a fold knows of a partition while it owns it. Used by the one thread that consumes the partition. */
final class FoldPartition {

    private final Log log;
    private final KnownDecisions known = new KnownDecisions();
    private FoldPosition position;
    private long decisionsEnd;
    private long gapAcceptedAt = -1;

    /**
     * A partition at its stored position.
     *
     * @param log the log that the fold reads
     * @param decisionsEnd the offset after the last decision that is known to stand on the own log
     */
    FoldPartition(Log log, FoldPosition position, long decisionsEnd) {
        this.log = log;
        this.position = position;
        this.decisionsEnd = decisionsEnd;
    }

    FoldPosition position() {
        return position;
    }

    /** Notes a decision that stands on the own log, if its cause is one that the fold has yet to pass. */
    void standsOnLog(@Nullable Cause cause, EventId decision, long ownOffset) {
        decisionsEnd = Math.max(decisionsEnd, ownOffset + 1);
        if (cause != null && cause.position().log() == log && cause.position().offset() >= position.next()) {
            known.add(cause.position().offset(), decision);
        }
    }

    boolean holds(Cause cause, EventId decision) {
        return known.contains(cause.position().offset(), decision);
    }

    /** Where the next start has to look for decisions whose causes lie at {@code next} or later. */
    long decisionsFrom(long next) {
        known.forgetBefore(next);
        return known.isEmpty() ? decisionsEnd : position.decisionsFrom();
    }

    void moved(FoldPosition to) {
        position = to;
    }

    /** Whether a gap before the first record may be accepted: only if the log was asked for it and did not have it. */
    boolean gapWasLookedFor() {
        boolean looked = gapAcceptedAt == position.next();
        gapAcceptedAt = position.next();
        return looked;
    }
}
