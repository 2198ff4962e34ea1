package attune.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import attune.bench.contest.Limit;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Percentiles;
import attune.bench.load.Recording;

/**
 * Everything one run found out.
 *
 * @param at when it began
 * @param facts machine, versions, flags, seed, load average: what a reader needs to compare it with another run
 * @param outcomes one a scenario, in the order they ran
 */
public record Report(Instant at, Map<String, String> facts, List<Outcome> outcomes) {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** True when nothing broke and no result that holds misses its goal. */
    public boolean isGood() {
        return outcomes.stream().noneMatch(outcome -> switch (outcome) {
            case Outcome.Measured(_, Result result) -> result.holds()
                    && result.standing() == Limit.Standing.MISSED;
            case Outcome.LeftOut _ -> false;
            case Outcome.Broken _ -> true;
        });
    }

    /** Prints tables and facts. */
    public void print(PrintStream out) {
        lines().forEach(out::println);
    }

    /**
     * Writes {@code bench-TIME.md} and {@code bench-TIME.json}.
     *
     * @param folder made when it is missing
     * @return the Markdown file
     */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String stem = "bench-" + at.toString().replaceAll("[:.]", "-");
        Files.writeString(folder.resolve(stem + ".json"), MAPPER.writeValueAsString(json()));
        return Files.writeString(folder.resolve(stem + ".md"), markdown());
    }

    private String markdown() {
        return "# Bench of %s%n%n```text%n%s%n```%n".formatted(at, String.join(System.lineSeparator(), lines()));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            lines.addAll(switch (outcome) {
                case Outcome.Measured(_, Result result) -> Table.of(result);
                case Outcome.LeftOut(String scenario, String reason) -> List.of(scenario + "  left out: " + reason);
                case Outcome.Broken(String scenario, String reason) -> List.of(scenario + "  BROKEN: " + reason);
            });
            lines.add("");
        }
        facts.forEach((name, value) -> lines.add("%-16s %s".formatted(name, value)));
        return lines;
    }

    private Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", at.toString());
        all.put("facts", facts);
        all.put("outcomes", outcomes.stream().map(Report::json).toList());
        return all;
    }

    private static Map<String, Object> json(Outcome outcome) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", outcome.scenario());
        switch (outcome) {
            case Outcome.Measured(_, Result result) -> put(all, result);
            case Outcome.LeftOut(_, String reason) -> all.put("leftOut", reason);
            case Outcome.Broken(_, String reason) -> all.put("broken", reason);
        }
        return all;
    }

    private static void put(Map<String, Object> all, Result result) {
        all.put("goal", result.goal());
        all.put("holds", result.holds());
        all.put("flaws", result.flaws());
        all.put("standing", result.standing());
        if (result.baseline() != null) {
            all.put("ratio", result.ratio(result.goal().metric()));
            all.put("ratios", result.ratios(result.goal().metric()));
            all.put("baseline", contender(result.baseline(), result.baselineRounds()));
        }
        all.put("challenger", contender(result.challenger(), result.challengerRounds()));
    }

    private static Map<String, Object> contender(String name, List<Showing> rounds) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        for (Metric metric : Metric.values()) {
            double median = Table.median(rounds, metric);
            if (!Double.isNaN(median)) {
                all.put(metric.unit(), median);
            }
        }
        all.put("rounds", rounds.stream().map(Report::round).toList());
        Recording together = Table.together(rounds);
        if (together.answered() > 0) {
            all.put("latency in us, HdrHistogram compressed, Base64", together.histogram());
        }
        return all;
    }

    private static Map<String, Object> round(Showing showing) {
        Map<String, Object> all = new LinkedHashMap<>();
        showing.figures().forEach((metric, figure) -> all.put(metric.unit(), figure));
        Recording recording = showing.recording();
        if (recording != null) {
            Percentiles latency = recording.latency();
            all.put("answered", recording.answered());
            all.put("failed", recording.failed());
            all.put("latencyMicros", latency);
            all.put("latenessMicros", recording.lateness());
        }
        return all;
    }
}
