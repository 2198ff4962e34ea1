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
import attune.bench.load.Requests;
import attune.bench.load.Schedule;
import attune.bench.peers.Nginx;
import attune.bench.peers.StillEndpoint;
import attune.bench.process.ChildProcess;

/** Our gateway, and nginx that only passes on, before the same endpoint that does nothing. */
final class Gateways implements Scenario {

    private static final double PER_SECOND = 2_000;

    @Override
    public String title() {
        return "gateway";
    }

    @Override
    public List<String> goals() {
        return List.of("G1", "G2", "G3");
    }

    @Override
    public String what() {
        return "gateway, without and with tokens / nginx that only passes on";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("gateway");
        Path program = Nginx.program().orElseThrow(() -> new Missing("nginx is not installed"));
        try (House house = House.open(lab)) {
            Lab.Server still = lab.peer(StillEndpoint.class);
            Nginx.Running nginx = Nginx.start(program, still.address().getPort(), lab.folder("nginx"));
            lab.adopt(nginx.process());
            House.Room gateway = house.service("gateway", Map.of(
                    "ATTUNE_CHECKIN_URI", still.at("").toString(),
                    // All come from one address here; who has signed in is limited by person as ever.
                    "ATTUNE_GATEWAY_LIMITS_ADDRESS_PERSECOND", "1000000",
                    "ATTUNE_GATEWAY_LIMITS_ADDRESS_BURST", "1000000"));
            Doors doors = new Doors(still.address(),
                    new Door("nginx", new InetSocketAddress(InetAddress.getLoopbackAddress(), nginx.port()),
                            nginx.process()),
                    new Door("gateway", gateway.address(), gateway.process()),
                    lab.settings().connections());
            CheckIns checkIns = house.checkIns();
            return List.of(
                    doors.ceiling(lab, Goal.ofRatio("G1", "gateway without tokens / nginx: ceiling",
                            Metric.PER_SECOND, 0.80, 1.0), house.anonymous()),
                    doors.ceiling(lab, Goal.ofRatio("G2", "gateway with tokens, limits, metrics / nginx: ceiling",
                            Metric.PER_SECOND, 0.45, 0.65), checkIns),
                    doors.added(lab, Goal.ofRatio("G3", "gateway / nginx: p99 added at 2,000/s (or +3 ms)",
                            Metric.P99, 2.0, 1.3), checkIns));
        }
    }

    /** A way in. */
    private record Door(String name, InetSocketAddress address, ChildProcess process) {}

    /** The two ways in, and what stands behind both. */
    private record Doors(InetSocketAddress behind, Door nginx, Door gateway, int connections) {

        Result ceiling(Lab lab, Goal goal, Requests requests) throws IOException {
            return lab.contest().run(goal, ceiling(nginx, requests), ceiling(gateway, requests));
        }

        private Contender ceiling(Door door, Requests requests) {
            return Turns.ceiling(door.name(), new HttpLoad(door.address(), connections, requests),
                    List.of(door.process()));
        }

        Result added(Lab lab, Goal goal, Requests requests) throws IOException {
            return lab.contest().run(goal, added(nginx, requests), added(gateway, requests));
        }

        /** The p99 through a door less the p99 without it, both in the same turn. */
        private Contender added(Door door, Requests requests) {
            HttpLoad through = new HttpLoad(door.address(), connections, requests);
            HttpLoad direct = new HttpLoad(behind, connections, requests);
            return Contender.of(door.name(), length -> {
                Schedule schedule = Schedule.of(PER_SECOND, length);
                Showing showing = Turns.watched(List.of(door.process()), () -> through.open(schedule));
                Recording without = direct.open(schedule);
                Map<Metric, Double> figures = new EnumMap<>(showing.figures());
                figures.merge(Metric.P99, without.latency().p99() / 1e3, (with, less) -> Math.max(0.01, with - less));
                return new Showing(figures, showing.recording());
            });
        }
    }
}
