package attune.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import attune.bench.contest.Contest;
import attune.bench.contest.Plan;
import attune.bench.process.Machine;
import attune.bench.process.Workspace;
import attune.bench.report.Outcome;
import attune.bench.report.Report;
import attune.bench.scenarios.Lab;
import attune.bench.scenarios.Scenario;
import attune.bench.scenarios.Scenarios;

/**
 * Runs scenarios one after the other, prints a table for each and writes the result files. Ends with 0 when nothing
 * broke and no result that holds misses its goal, with 1 otherwise, with 2 when it was not understood.
 */
public final class Bench {

    private static final double QUIET = 2.5;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    /** The command. */
    public static void main(String[] arguments) throws IOException {
        InstantSource clock = InstantSource.system();
        Options options;
        try {
            options = Options.parse(List.of(arguments), clock.millis());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(Options.USAGE);
            Scenarios.ALL.forEach(each -> System.out.printf("  %-10s %-10s %s%n", each.title(),
                    String.join(" ", each.goals()), each.what()));
            return;
        }
        System.exit(new Bench(options).run(clock) ? 0 : 1);
    }

    private boolean run(InstantSource clock) throws IOException {
        Report report = new Report(clock.instant(), facts(), outcomes());
        report.print(System.out);
        Path file = report.write(options.out());
        System.out.println("written to       " + file);
        return report.isGood();
    }

    private List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : options.scenarios()) {
            outcomes.addAll(outcomes(scenario));
        }
        return outcomes;
    }

    // Whatever breaks in one scenario must not take the results of the others with it.
    private List<Outcome> outcomes(Scenario scenario) {
        Contest contest = new Contest(options.plan(), loadAtStart(), System.err::println);
        try (Workspace workspace = Workspace.create(options.kept());
                Lab lab = new Lab(options.settings(), contest, workspace)) {
            System.err.printf(Locale.ROOT, "%s: %s (load average %.2f)%n", scenario.title(), scenario.what(),
                    contest.loadAtStart());
            return scenario.run(lab)
                    .stream()
                    .<Outcome>map(result -> new Outcome.Measured(scenario.title(), result))
                    .toList();
        } catch (Scenario.Missing e) {
            return List.of(new Outcome.LeftOut(scenario.title(), String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            return List.of(new Outcome.Broken(scenario.title(), String.valueOf(e.getMessage())));
        }
    }

    private double loadAtStart() {
        boolean believable = options.plan().isFair();
        return believable ? Machine.awaitLoadBelow(QUIET, PATIENCE) : Machine.load();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(Machine.description());
        Plan plan = options.plan();
        facts.put("rounds", "%d of %d s dropped, %d of %d s counted".formatted(plan.warmUps(),
                plan.warmUp().toSeconds(), plan.rounds(), plan.round().toSeconds()));
        facts.put("connections", "%d for a ceiling".formatted(options.settings().connections()));
        facts.put("records", "%d on a log that is drained".formatted(options.settings().records()));
        facts.put("seed", String.valueOf(options.settings().seed()));
        facts.put("load average", String.format(Locale.ROOT, "%.2f at the start of the run", Machine.load()));
        return facts;
    }
}
