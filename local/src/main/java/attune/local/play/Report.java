package attune.local.play;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a play came to, for people. */
final class Report {

    private static final int SHOWN = 10;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(Run run, long seed, List<Item> items, List<String> clients, double rate, String gateway) {
        say("Playing " + items.size() + " items by " + clients.size() + " clients at " + plain(rate) + " a second to "
                + gateway);
        say("  run " + run.id() + ", seed " + seed);
    }

    /** What is waited for. */
    void progress(String what) {
        say("  " + what);
    }

    void end(List<Told> told, Findings found, Latency latency) {
        List<Told> accepted = told.stream().filter(Told::isAccepted).toList();
        say("");
        row("accepted", accepted.size(), kinds(accepted) + repeats(told));
        if (accepted.size() < told.size()) {
            row("not accepted", told.size() - accepted.size(), count(told.stream().filter(one -> !one.isAccepted())
                    .toList(), Told::refusal));
        }
        row("suggested", found.suggestions().size(), count(found.suggestions(), Seen.Suggestion::rule));
        row("nothing suggested", silent(accepted, found), "where no rule applied, or a pause was better (R23)");
        row("delivered", found.delivered(), "notifications in the inbox");
        row("in the feed", found.inFeed(), "items and suggestions that coach-1 sees");
        row("lost", found.lost().size(), first(found.lost()));
        row("doubled", found.doubled().size(), first(found.doubled()));
        say("");
        times(latency);
        details("Lost", found.lost());
        details("Doubled", found.doubled());
    }

    /** How the clients were taken care of. */
    void care(Care care) {
        say("");
        row("tiers", Care.sum(care.clients()), "clients whom coach-1 sees; " + listed(care.clients()));
        row("blocked", Care.sum(care.blocked()), "cards held back by the safety gate; " + listed(care.blocked()));
        row("cases", Care.sum(care.cases()), "opened by this run; " + listed(care.cases()));
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private void times(Latency latency) {
        if (latency.count() == 0) {
            say("  request to inbox    nothing came live, so there is nothing to time");
            return;
        }
        say("  request to inbox    median " + millis(latency.at(0.5)) + ", p99 " + millis(latency.at(0.99))
                + ", longest " + millis(latency.at(1)) + " (" + latency.count() + " that came live)");
    }

    private static long silent(List<Told> accepted, Findings found) {
        long subjects = found.suggestions().stream().map(Seen.Suggestion::about).distinct().count();
        return Math.max(0, accepted.size() - subjects);
    }

    private static String kinds(List<Told> told) {
        Map<Item.Kind, Long> counts = told.stream()
                .collect(Collectors.groupingBy(one -> one.item().kind(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().plural())
                .collect(Collectors.joining(", "));
    }

    private static String repeats(List<Told> told) {
        int repeats = told.stream().mapToInt(Told::repeats).sum();
        long known = told.stream().filter(Told::isKnown).count();
        return (repeats == 0 ? "" : "; %d sent again".formatted(repeats))
                + (known == 0 ? "" : "; %d were known already".formatted(known));
    }

    private static <T> String count(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting())).entrySet()
                .stream().map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining(", "));
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : "see below";
    }

    private void details(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        say("");
        say(heading + ":");
        lines.stream().limit(SHOWN).forEach(line -> say("  " + line));
        if (lines.size() > SHOWN) {
            say("  and " + (lines.size() - SHOWN) + " more");
        }
    }

    private void row(String name, long count, String remark) {
        say(String.format(Locale.ROOT, "  %-18s %6d   %s", name, count, remark).stripTrailing());
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.0f ms", time.toNanos() / 1e6);
    }

    private static String plain(double rate) {
        return rate % 1 == 0 ? Long.toString((long) rate) : Double.toString(rate);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
