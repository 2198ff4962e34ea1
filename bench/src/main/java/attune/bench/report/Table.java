package attune.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import attune.bench.contest.Figures;
import attune.bench.contest.Goal;
import attune.bench.contest.Limit;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Percentiles;
import attune.bench.load.Recording;

/** Writes one result as lines of text of fixed width. */
final class Table {

    private static final String ROW = "  %-30s %12s %9s %9s %9s %9s %9s %8s";
    private static final List<Metric> RATIOS = List.of(Metric.PER_SECOND, Metric.P99, Metric.CPU);

    private Table() {}

    static List<String> of(Result result) {
        Goal goal = result.goal();
        List<String> lines = new ArrayList<>();
        lines.add("%s  %s".formatted(goal.id(), goal.what()));
        lines.add(ROW.formatted("", goal.metric().unit(), "p50 ms", "p99 ms", "p99.9 ms", "max ms", "CPU us/rq",
                "failed"));
        if (result.baseline() != null) {
            lines.add(row(result.baseline(), goal.metric(), result.baselineRounds()));
        }
        lines.add(row(result.challenger(), goal.metric(), result.challengerRounds()));
        lines.addAll(ratios(result));
        lines.add("  " + verdict(result));
        result.flaws().forEach(flaw -> lines.add("  VOID: " + flaw));
        return lines;
    }

    private static String row(String name, Metric metric, List<Showing> rounds) {
        Recording all = together(rounds);
        Percentiles latency = all.latency();
        boolean timed = all.answered() + all.failed() > 0;
        return ROW.formatted(name, Figures.of(median(rounds, metric)),
                timed ? Percentiles.millis(latency.p50()) : "", timed ? Percentiles.millis(latency.p99()) : "",
                timed ? Percentiles.millis(latency.p999()) : "", timed ? Percentiles.millis(latency.max()) : "",
                timed ? Figures.of(median(rounds, Metric.CPU)) : "", timed ? all.failed() : "");
    }

    /** All rounds of one contender as one recording. */
    static Recording together(List<Showing> rounds) {
        Recording all = new Recording();
        rounds.stream().map(Showing::recording).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    static double median(List<Showing> rounds, Metric metric) {
        return Result.median(rounds.stream().map(showing -> showing.figure(metric)).toList());
    }

    private static List<String> ratios(Result result) {
        if (result.baseline() == null) {
            return List.of();
        }
        return Stream.concat(Stream.of(result.goal().metric()), RATIOS.stream())
                .distinct()
                .filter(metric -> !Double.isNaN(result.ratio(metric)))
                .map(metric -> "  ratio of %s: %sx (rounds %s)".formatted(metric.unit(),
                        Figures.of(result.ratio(metric)),
                        result.ratios(metric).stream().sorted().map(Figures::of).collect(Collectors.joining(" "))))
                .toList();
    }

    static String verdict(Result result) {
        Goal goal = result.goal();
        List<String> limits = new ArrayList<>();
        if (goal.ratio() != null) {
            limits.add("ratio " + limit(goal.ratio(), goal.metric(), "x"));
        }
        if (goal.figure() != null) {
            limits.add(limit(goal.figure(), goal.metric(), " " + goal.metric().unit()));
        }
        if (limits.isEmpty()) {
            return "no goal, for orientation";
        }
        return "must " + String.join(" and ", limits) + ": "
                + (result.holds() ? "" : "void, would be ") + result.standing().name().toLowerCase(Locale.ROOT);
    }

    private static String limit(Limit limit, Metric metric, String unit) {
        return "%s %s%s (stretch %s)".formatted(metric.moreIsBetter() ? ">=" : "<=", Figures.of(limit.must()), unit,
                Figures.of(limit.stretch()));
    }
}
