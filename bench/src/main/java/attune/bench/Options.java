package attune.bench;

import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import attune.bench.contest.Plan;
import attune.bench.scenarios.Lab;
import attune.bench.scenarios.Scenario;
import attune.bench.scenarios.Scenarios;

/**
 * What was asked for on the command line.
 *
 * @param scenarios what to run, in order
 * @param plan how long
 * @param settings what scenarios may know
 * @param out folder for the result files
 * @param kept whether the data and the output of the processes stay
 * @param help whether only the usage is wanted
 */
record Options(List<Scenario> scenarios, Plan plan, Lab.Settings settings, Path out, boolean kept, boolean help) {

    static final String USAGE = """
            attune bench [options] [scenario or goal ...]       without any: all of them

              --quick              short rounds, to see that it works; the result is void
              --warm-ups N         rounds of each side that are dropped (2)
              --warm-up SECONDS    length of each of those (20)
              --rounds N           rounds of each side that count (5)
              --round SECONDS      length of each of those (10)
              --connections N      connections for a ceiling (32)
              --records N          records of a log that is drained (120000; 12000 if quick)
              --seed N             what all that is random comes from (the time)
              --project FOLDER     where the modules were built (where this was built)
              --out FOLDER         where the result files go (bench/target/results)
              --keep               leave the data and the output of the processes behind
              --help               this

            Scenarios:
            """;

    /**
     * Reads the arguments.
     *
     * @param seed used when none is given
     * @throws IllegalArgumentException with a sentence for the person who typed them
     */
    static Options parse(List<String> arguments, long seed) {
        Reader reader = new Reader(seed);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            reader.take(rest.pop(), rest);
        }
        return reader.options();
    }

    /** Collects what is said until all is read. */
    private static final class Reader {

        private final List<Scenario> scenarios = new ArrayList<>();
        private Plan plan = Plan.FAIR;
        private Path project = builtFrom();
        private Path out = project.resolve("bench").resolve("target").resolve("results");
        private int connections = 32;
        private int records = 120_000;
        private long seed;
        private boolean kept;
        private boolean help;

        Reader(long seed) {
            this.seed = seed;
        }

        void take(String argument, Deque<String> rest) {
            switch (argument) {
                case "--quick" -> {
                    plan = Plan.QUICK;
                    records = 12_000;
                }
                case "--warm-ups" -> plan = plan.withWarmUps(number(argument, rest));
                case "--warm-up" -> plan = plan.withWarmUp(Duration.ofSeconds(number(argument, rest)));
                case "--rounds" -> plan = plan.withRounds(number(argument, rest));
                case "--round" -> plan = plan.withRound(Duration.ofSeconds(number(argument, rest)));
                case "--connections" -> connections = number(argument, rest);
                case "--records" -> records = number(argument, rest);
                case "--seed" -> seed = number(argument, rest);
                case "--project" -> project = Path.of(value(argument, rest));
                case "--out" -> out = Path.of(value(argument, rest));
                case "--keep" -> kept = true;
                case "--help" -> help = true;
                default -> scenarios.add(Scenarios.named(argument).orElseThrow(() -> new IllegalArgumentException(
                        "There is no option and no scenario \"%s\"; --help lists what there is".formatted(argument))));
            }
        }

        /** The project this very class was built from, so that the command works in any folder. */
        private static Path builtFrom() {
            CodeSource source = Options.class.getProtectionDomain().getCodeSource();
            Path target = source == null ? null : Path.of(source.getLocation().getPath()).getParent();
            Path module = target == null ? null : target.getParent();
            Path root = module == null ? null : module.getParent();
            return root == null ? Path.of(".") : root;
        }

        Options options() {
            return new Options(scenarios.isEmpty() ? Scenarios.ALL : List.copyOf(scenarios), plan,
                    new Lab.Settings(project, connections, records, seed), out, kept, help);
        }

        private static int number(String argument, Deque<String> rest) {
            String text = value(argument, rest);
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("%s needs a whole number, not \"%s\"".formatted(argument, text), e);
            }
        }

        private static String value(String argument, Deque<String> rest) {
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(argument + " needs a value");
            }
            return rest.pop();
        }
    }
}
