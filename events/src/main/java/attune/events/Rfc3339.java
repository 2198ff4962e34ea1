package attune.events;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as CloudEvents and JSON Schema want them: four digits for the year, seconds always, the offset in minutes.
 * {@link OffsetDateTime#toString()} leaves out seconds that are zero, and {@link Instant} knows years that neither the
 * form nor a database can hold.
 */
final class Rfc3339 {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Rfc3339() {}

    static OffsetDateTime writable(OffsetDateTime time) {
        ZoneOffset minutes = ZoneOffset.ofTotalSeconds(time.getOffset().getTotalSeconds() / 60 * 60);
        OffsetDateTime kept = time.truncatedTo(ChronoUnit.MILLIS).withOffsetSameInstant(minutes);
        if (kept.getYear() < 0 || kept.getYear() > 9999) {
            throw new IllegalArgumentException("A time lies in the years 0 to 9999");
        }
        return kept;
    }

    static Instant writable(Instant time) {
        return inRange(time).truncatedTo(ChronoUnit.MILLIS);
    }

    static String format(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Reads any offset; a {@link java.time.DateTimeException} or {@link IllegalArgumentException} for all else. */
    static Instant parseInstant(String text) {
        return inRange(Instant.parse(text));
    }

    private static Instant inRange(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("A time lies in the years 0 to 9999");
        }
        return time;
    }
}
