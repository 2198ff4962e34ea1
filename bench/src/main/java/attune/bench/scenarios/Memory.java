package attune.bench.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Schedule;
import attune.bench.process.ChildProcess;

/** What everything in one process holds in RAM while nobody asks for anything. */
final class Memory implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "memory";
    }

    @Override
    public List<String> goals() {
        return List.of("G13");
    }

    @Override
    public String what() {
        return "everything in one process, idle: memory in RAM";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        Path script = lab.settings().project().resolve("attune").toAbsolutePath();
        if (!Files.isExecutable(script) || !Files.exists(script.resolveSibling("local").resolve("target/attune.jar"))) {
            throw new Missing("local is not built; run mvn package first");
        }
        // By the script, so that it runs with the flags that people get.
        ChildProcess local = lab.start("local", List.of(script.toString(), "up"), Map.of(
                "ATTUNE_BUILD", "no", "ATTUNE_PORTS", "free", "ATTUNE_DATA", lab.folder("data").toString(),
                "JAVA_HOME", System.getProperty("java.home")));
        String ready = local.awaitLine("Attune is ready", PATIENCE);
        lab.contest().progress().accept("G13  ready " + ready);
        Contender idle = Contender.of("local", length -> {
            Schedule.awaitNanos(System.nanoTime() + length.toNanos());
            return Showing.of(Metric.MEMORY, local.residentKib() * 1_024 / 1e6);
        });
        return List.of(lab.contest().run(Goal.ofFigure("G13", what(), Metric.MEMORY, 1_200, 900), idle));
    }
}
