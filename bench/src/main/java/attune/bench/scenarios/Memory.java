package attune.bench.scenarios;

import java.io.IOException;
import java.net.URI;
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
import attune.bench.process.Java;
import attune.bench.process.Workspace;

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
        int port = Workspace.freePort();
        ChildProcess local = lab.start("local", Java.jar(lab.jar("local"), List.of()), Map.of(
                "ATTUNE_DATA", lab.folder("data").toString(), "ATTUNE_PORT", String.valueOf(port)));
        local.awaitOk(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"), PATIENCE);
        Contender idle = Contender.of("local", length -> {
            Schedule.awaitNanos(System.nanoTime() + length.toNanos());
            return Showing.of(Metric.MEMORY, local.residentKib() * 1_024 / 1e6);
        });
        return List.of(lab.contest().run(Goal.ofFigure("G13", what(), Metric.MEMORY, 1_200, 900), idle));
    }
}
