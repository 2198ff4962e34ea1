package attune.coach.rules;

import java.time.Instant;

/** Which card was suggested when. */
public record OfferedCard(String card, String family, String rule, Instant at) {}
