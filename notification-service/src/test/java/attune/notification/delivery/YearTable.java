package attune.notification.delivery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import attune.events.Category;
import attune.events.Channel;
import attune.events.Ending;
import attune.events.Reason;

/** What a year brought, by category and channel: how it ended, and why it had to wait. */
final class YearTable {

    private final Map<Category, Map<Channel, Row>> rows = new EnumMap<>(Category.class);
    private final Map<Reason, Duration> longest = new EnumMap<>(Reason.class);
    private final Map<Ending, Map<Reason, Long>> suppressed = new EnumMap<>(Ending.class);

    private static final class Row {

        private long accepted;
        private final Map<Ending, Long> ended = new EnumMap<>(Ending.class);
        private final Map<Reason, Long> held = new EnumMap<>(Reason.class);

        long how(Ending ending) {
            return ended.getOrDefault(ending, 0L);
        }

        long capped() {
            return held.getOrDefault(Reason.CAPPED, 0L);
        }

        long heldOtherwise() {
            return held.values().stream().mapToLong(Long::longValue).sum() - capped();
        }
    }

    void accepted(Category category, Channel channel) {
        row(category, channel).accepted++;
    }

    void held(Category category, Channel channel, Reason reason) {
        row(category, channel).held.merge(reason, 1L, Long::sum);
    }

    void ended(Category category, Channel channel, Ending ending, Reason reason) {
        row(category, channel).ended.merge(ending, 1L, Long::sum);
        if (ending != Ending.SENT && ending != Ending.DIGESTED) {
            suppressed.computeIfAbsent(ending, _ -> new EnumMap<>(Reason.class)).merge(reason, 1L, Long::sum);
        }
    }

    /** Takes over what another table counts. */
    void add(YearTable other) {
        other.rows.forEach((category, channels) -> channels.forEach((channel, more) -> {
            Row row = row(category, channel);
            row.accepted += more.accepted;
            more.ended.forEach((ending, count) -> row.ended.merge(ending, count, Long::sum));
            more.held.forEach((reason, count) -> row.held.merge(reason, count, Long::sum));
        }));
        other.suppressed.forEach((ending, reasons) -> reasons.forEach((reason, count) -> suppressed
                .computeIfAbsent(ending, _ -> new EnumMap<>(Reason.class)).merge(reason, count, Long::sum)));
        other.longest.forEach(this::waited);
    }

    void waited(Reason reason, Duration wait) {
        longest.merge(reason, wait, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private Row row(Category category, Channel channel) {
        return rows.computeIfAbsent(category, _ -> new EnumMap<>(Channel.class))
                .computeIfAbsent(channel, _ -> new Row());
    }

    String print() {
        StringBuilder text = new StringBuilder(4_000);
        text.append(line("category", "channel", "accepted", "sent", "digested", "muted", "needless", "expired",
                "held", "capped", "dead"));
        rows.forEach((category, channels) -> channels.forEach((channel, row) -> text.append(line(
                category.wireName(), channel.wireName(), row.accepted, row.how(Ending.SENT),
                row.how(Ending.DIGESTED), row.how(Ending.MUTED), row.how(Ending.SUPERSEDED),
                row.how(Ending.EXPIRED), row.heldOtherwise(), row.capped(), row.how(Ending.DEAD)))));
        text.append(String.format(Locale.ROOT, "%nnot sent, because%n"));
        suppressed.forEach((ending, reasons) -> reasons.forEach((reason, count) -> text.append(String.format(
                Locale.ROOT, "%-34s %8d%n", ending.wireName() + ": " + reason.wireName(), count))));
        text.append(String.format(Locale.ROOT, "%nlongest wait%n"));
        longest.forEach((why, wait) -> text.append(String.format(Locale.ROOT, "%-34s %8s%n", why.wireName(),
                words(wait))));
        return text.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-7s %9s %8s %9s %8s %9s %8s %8s %8s %6s%n", cells);
    }

    private static String words(Duration wait) {
        return String.format(Locale.ROOT, "%d d %02d:%02d", wait.toDays(), wait.toHoursPart(), wait.toMinutesPart());
    }
}
