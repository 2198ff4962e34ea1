package attune.checkin.listening;

import attune.events.Experiencer;
import attune.events.RiskTier;
import attune.events.Timing;

/**
 * How a passage is to be understood where it stands.
 *
 * @param dropped whether the context shows that it means something else altogether
 */
record Reading(Experiencer who, boolean negated, Timing time, RiskTier tier, boolean dropped) {}
