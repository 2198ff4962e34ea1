package attune.checkin.support;

import org.jspecify.annotations.Nullable;

/**
 * Where a person is, as far as it is known.
 *
 * @param country ISO 3166 code; null if it is not known
 * @param zone a time zone, for the region at least; null if it is not known
 * @param guessed whether the country is no more than a guess
 */
record Whereabouts(@Nullable String country, @Nullable String zone, boolean guessed) {

    static final Whereabouts UNKNOWN = new Whereabouts(null, null, false);
}
