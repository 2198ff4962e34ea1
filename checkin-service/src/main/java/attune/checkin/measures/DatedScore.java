package attune.checkin.measures;

import java.time.Instant;

/** A score and when it was. */
record DatedScore(Instant at, Double value) {}
