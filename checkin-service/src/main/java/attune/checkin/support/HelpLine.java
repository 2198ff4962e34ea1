package attune.checkin.support;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory.
 *
 * @param country ISO 3166 code; null in the rows of a region
 * @param region for countries without rows of their own; null in the rows of a country
 * @param hours when somebody answers, in words; null where it is not known
 * @param source where the entry comes from
 * @param verifiedOn when somebody asked the operator; null for never
 * @param verifiedBy who did
 */
record HelpLine(@Nullable String country, @Nullable String region, HelpKind type, String name, @Nullable String phone,
        @Nullable String sms, @Nullable String chat, @Nullable String hours, List<String> languages, String source,
        @Nullable LocalDate verifiedOn, @Nullable String verifiedBy) {

    static final Period GOOD_FOR = Period.ofDays(180);

    HelpLine {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        languages = List.copyOf(languages);
        if ((country == null) == (region == null)) {
            throw new IllegalArgumentException(name + " needs either a country or a region");
        }
        if (phone == null && sms == null && chat == null) {
            throw new IllegalArgumentException(name + " has no way to reach it");
        }
        if ((verifiedOn == null) != (verifiedBy == null)) {
            throw new IllegalArgumentException(name + " needs both verifiedOn and verifiedBy, or neither");
        }
    }

    LineState state(LocalDate today) {
        if (verifiedOn == null) {
            return LineState.UNVERIFIED;
        }
        return verifiedOn.plus(GOOD_FOR).isBefore(today) ? LineState.STALE : LineState.VERIFIED;
    }
}
