package attune.bench.scenarios;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import attune.bench.contest.Contender;
import attune.bench.contest.Showing;
import attune.bench.load.HttpLoad;
import attune.bench.load.Recording;
import attune.bench.load.Schedule;
import attune.bench.process.ChildProcess;

/** What contenders do when it is their turn. */
final class Turns {

    private Turns() {}

    /** As many requests as the server can answer over the connections of the load. */
    static Contender ceiling(String name, HttpLoad load, List<ChildProcess> servers) {
        return Contender.of(name, length -> watched(servers, () -> load.closed(length)));
    }

    /** A steady rate that no server can slow down. */
    static Contender atRate(String name, HttpLoad load, double perSecond, List<ChildProcess> servers) {
        return Contender.of(name, length -> watched(servers, () -> load.open(Schedule.of(perSecond, length))));
    }

    /** Runs something and takes the processor time of the servers with it. */
    static Showing watched(List<ChildProcess> servers, Run run) throws IOException {
        Duration before = cpu(servers);
        Recording recording = run.run();
        return Showing.of(recording, cpu(servers).minus(before));
    }

    private static Duration cpu(List<ChildProcess> servers) {
        return servers.stream().map(ChildProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** One run of the driver. */
    @FunctionalInterface
    interface Run {

        Recording run() throws IOException;
    }
}
