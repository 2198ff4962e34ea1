package attune.events;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where an event stands: {@code journal-3@1234}. Within one partition a higher offset is later; positions of different
 * partitions have no order.
 *
 * @param partition counted from 0
 * @param offset counted from 0 within the partition
 */
public record Position(Log log, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("([a-z]{1,20})-([0-9]{1,6})@([0-9]{1,18})");

    public Position {
        Objects.requireNonNull(log, "log");
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("Partition and offset are not negative");
        }
    }

    /** Reads {@code journal-3@1234}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Position parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A position looks like journal-3@1234");
        }
        return new Position(Log.ofShortName(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3)));
    }

    @Override
    @JsonValue
    public String toString() {
        return log.shortName() + "-" + partition + "@" + offset;
    }
}
