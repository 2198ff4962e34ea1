package attune.notification.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import attune.events.Category;
import attune.events.Channel;
import attune.events.Ending;

/**
 * How many deliveries of one day, category and channel there were and how they ended.
 *
 * @param day in UTC, such as {@code 2026-11-23}: when they were planned
 * @param accepted how many were planned
 * @param ended how many ended how, by its name, such as {@code sent}; nothing for what never came
 */
public record Tally(String day, Category category, Channel channel, long accepted, Map<String, Long> ended) {

    public Tally {
        ended = Collections.unmodifiableMap(new TreeMap<>(ended));
    }

    static Tally of(Waiting.What what) {
        return new Tally(day(what.plannedAt()), what.category(), what.channel(), 0, Map.of());
    }

    /** The day to which something planned then belongs. */
    public static String day(Instant plannedAt) {
        return plannedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Whether it counts what was planned on that day for that. */
    boolean counts(String plannedOn, Waiting.What what) {
        return category == what.category() && channel == what.channel() && day.equals(plannedOn);
    }

    Tally withAccepted() {
        return new Tally(day, category, channel, accepted + 1, ended);
    }

    Tally withEnded(Ending ending) {
        Map<String, Long> more = new TreeMap<>(ended);
        more.merge(ending.wireName(), 1L, Long::sum);
        return new Tally(day, category, channel, accepted, more);
    }

    /** How many have ended. */
    public long endedInAll() {
        long sum = 0;
        for (long count : ended.values()) {
            sum += count;
        }
        return sum;
    }
}
