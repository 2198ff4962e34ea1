package attune.coach.client;

import java.time.Instant;

import attune.events.ConflictId;

/**
 * A conflict that a client shares with coaches.
 *
 * @param mended whether somebody has taken a step toward the other
 * @param resolved whether the client says that it is settled
 */
public record SharedConflict(ConflictId id, Instant happenedAt, boolean mended, boolean resolved) {}
