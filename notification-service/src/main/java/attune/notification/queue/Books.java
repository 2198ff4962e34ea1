package attune.notification.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import attune.events.Category;
import attune.events.Channel;

/** The books of many shards as one: what came, how it ended, and what is open. */
public final class Books {

    private Books() {}

    /**
     * One line of the books.
     *
     * @param day in UTC: when it was planned
     * @param ended how many ended how
     * @param open how many wait
     * @param difference accepted less ended less open: anything but 0 is a fault
     */
    public record Line(String day, Category category, Channel channel, long accepted, Map<String, Long> ended,
            long open, long difference) {}

    /** All lines, the newest day first. */
    public static List<Line> lines(Collection<Shard> shards) {
        Map<Place, Sum> sums = new HashMap<>();
        for (Shard shard : shards) {
            shard.ledger().forEach(tally -> sum(sums, tally.day(), tally.category(), tally.channel()).add(tally));
            shard.waiting().forEach(one -> sum(sums, Tally.day(one.what().plannedAt()), one.category(),
                    one.channel()).open++);
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((place, sum) -> lines.add(sum.line(place)));
        lines.sort(Comparator.comparing(Line::day).reversed().thenComparing(Line::category)
                .thenComparing(Line::channel));
        return lines;
    }

    /** By how much the books do not add up, whatever day, category and channel. */
    public static long difference(Collection<Shard> shards) {
        return lines(shards).stream().mapToLong(line -> Math.abs(line.difference())).sum();
    }

    private static Sum sum(Map<Place, Sum> sums, String day, Category category, Channel channel) {
        return sums.computeIfAbsent(new Place(day, category, channel), _ -> new Sum());
    }

    private record Place(String day, Category category, Channel channel) {}

    private static final class Sum {

        private long accepted;
        private long open;
        private final Map<String, Long> ended = new TreeMap<>();

        void add(Tally tally) {
            accepted += tally.accepted();
            tally.ended().forEach((how, count) -> ended.merge(how, count, Long::sum));
        }

        Line line(Place place) {
            long endedInAll = ended.values().stream().mapToLong(Long::longValue).sum();
            return new Line(place.day(), place.category(), place.channel(), accepted, ended, open,
                    accepted - endedInAll - open);
        }
    }
}
