package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.HttpLoad;
import attune.bench.load.Recording;
import attune.bench.load.Schedule;
import attune.bench.peers.Nginx;
import attune.bench.peers.StillEndpoint;
import attune.bench.process.ChildProcess;

/** Our gateway with all it does, and nginx that only passes on, before the same endpoint that does nothing. */
final class Gateways implements Scenario {

    private static final double PER_SECOND = 2_000;

    @Override
    public String title() {
        return "gateway";
    }

    @Override
    public List<String> goals() {
        return List.of("G2", "G3");
    }

    @Override
    public String what() {
        return "gateway with tokens and limits / nginx that only passes on";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        Path program = Nginx.program().orElseThrow(() -> new Missing("nginx is not installed"));
        lab.require("gateway");
        try (House house = House.open(lab)) {
            Lab.Server still = lab.peer(StillEndpoint.class);
            Nginx.Running nginx = Nginx.start(program, still.address().getPort(), lab.folder("nginx"));
            lab.adopt(nginx.process());
            House.Room gateway = house.service("gateway", Map.of("ATTUNE_CHECKIN_URI", still.at("").toString()));
            CheckIns checkIns = house.checkIns();
            InetSocketAddress nginxAddress = new InetSocketAddress(InetAddress.getLoopbackAddress(), nginx.port());
            int connections = lab.settings().connections();
            Result throughput = lab.contest()
                    .run(Goal.ofRatio("G2", what() + ": ceiling", Metric.PER_SECOND, 0.45, 0.65),
                            Turns.ceiling("nginx", new HttpLoad(nginxAddress, connections, checkIns),
                                    List.of(nginx.process())),
                            Turns.ceiling("gateway", new HttpLoad(gateway.address(), connections, checkIns),
                                    List.of(gateway.process())));
            HttpLoad direct = new HttpLoad(still.address(), connections, checkIns);
            Result added = lab.contest()
                    .run(Goal.ofRatio("G3", what() + ": p99 added at 2,000/s (2.0x, or 3 ms more, is enough)",
                            Metric.P99, 2.0, 1.3),
                            added("nginx", direct, new HttpLoad(nginxAddress, connections, checkIns),
                                    nginx.process()),
                            added("gateway", direct, new HttpLoad(gateway.address(), connections, checkIns),
                                    gateway.process()));
            return List.of(throughput, added);
        }
    }

    /** The p99 through a gateway less the p99 without it, both in the same turn. */
    private static Contender added(String name, HttpLoad direct, HttpLoad through, ChildProcess server) {
        return Contender.of(name, length -> {
            Schedule schedule = Schedule.of(PER_SECOND, length);
            Showing showing = Turns.watched(List.of(server), () -> through.open(schedule));
            Recording without = direct.open(schedule);
            Map<Metric, Double> figures = new EnumMap<>(showing.figures());
            figures.merge(Metric.P99, without.latency().p99() / 1e3, (with, less) -> Math.max(0.01, with - less));
            return new Showing(figures, showing.recording());
        });
    }
}
