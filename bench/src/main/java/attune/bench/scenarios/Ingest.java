package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Plan;
import attune.bench.contest.Result;
import attune.bench.load.HttpLoad;
import attune.bench.peers.BareEndpoint;
import attune.bench.process.ChildProcess;

/** Taking in check-ins, against the bare endpoint: the service alone, the whole way, and how it behaves at half load. */
enum Ingest implements Scenario {

    SERVICE("checkin", "G4", "checkin-service alone / bare endpoint: ceiling") {

        @Override
        List<Result> measure(Lab lab, Sides sides) throws IOException {
            return List.of(ceiling(lab, Goal.ofRatio("G4", what(), Metric.PER_SECOND, 0.60, 0.85), sides));
        }
    },
    WHOLE("ingest", "G5", "gateway + checkin-service / bare endpoint: ceiling") {

        @Override
        List<Result> measure(Lab lab, Sides sides) throws IOException {
            return List.of(ceiling(lab,
                    Goal.ofRatio("G5", what(), Metric.PER_SECOND, 0.35, 0.55).andFigure(2_700, 4_000), sides));
        }
    },
    TAIL("tail", "G6", "gateway + checkin-service / bare endpoint: both at half the former's peak") {

        @Override
        List<Result> measure(Lab lab, Sides sides) throws IOException {
            return List.of(tail(lab, Goal.ofRatio("G6", what(), Metric.P99, 2.0, 1.4), sides));
        }
    };

    /** Enough that at half load nothing ever waits for a connection unless the server is behind. */
    private static final int CONNECTIONS_AT_RATE = 128;

    private final String title;
    private final String goal;
    private final String what;

    Ingest(String title, String goal, String what) {
        this.title = title;
        this.goal = goal;
        this.what = what;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> goals() {
        return List.of(goal);
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require(this == SERVICE ? new String[]{"checkin-service"} : new String[]{"checkin-service", "gateway"});
        try (House house = House.open(lab)) {
            Lab.Server bare = lab.peer(BareEndpoint.class, house.kafka(), "attune.bench.bare");
            House.Room service = house.service("checkin-service");
            List<ChildProcess> ours = new ArrayList<>(List.of(service.process()));
            InetSocketAddress door = service.address();
            if (this != SERVICE) {
                House.Room gateway = house.service("gateway",
                        Map.of("ATTUNE_CHECKIN_URI", service.at("").toString()));
                ours.add(gateway.process());
                door = gateway.address();
            }
            return measure(lab, new Sides(bare, this == SERVICE ? "checkin-service" : "gateway + checkin-service",
                    door, ours, house.checkIns()));
        }
    }

    abstract List<Result> measure(Lab lab, Sides sides) throws IOException;

    private static Result ceiling(Lab lab, Goal goal, Sides sides) throws IOException {
        int connections = lab.settings().connections();
        return lab.contest()
                .run(goal,
                        Turns.ceiling("bare endpoint", sides.toBare(connections), List.of(sides.bare().process())),
                        Turns.ceiling(sides.name(), sides.toOurs(connections), sides.ours()));
    }

    private static Result tail(Lab lab, Goal goal, Sides sides) throws IOException {
        Plan plan = lab.contest().plan();
        HttpLoad load = sides.toOurs(lab.settings().connections());
        for (int i = 0; i < plan.warmUps(); i++) {
            load.closed(plan.warmUp());
        }
        double half = load.closed(plan.round()).perSecond() / 2;
        lab.contest().progress().accept("%s  half of its own peak is %.0f/s".formatted(goal.id(), half));
        return lab.contest()
                .run(goal,
                        Turns.atRate("bare endpoint", sides.toBare(CONNECTIONS_AT_RATE), half,
                                List.of(sides.bare().process())),
                        Turns.atRate(sides.name(), sides.toOurs(CONNECTIONS_AT_RATE), half, sides.ours()));
    }

    /** Both sides of the comparison; they get the very same requests. */
    record Sides(Lab.Server bare, String name, InetSocketAddress door, List<ChildProcess> ours, CheckIns checkIns) {

        HttpLoad toBare(int connections) {
            return new HttpLoad(bare.address(), connections, checkIns);
        }

        HttpLoad toOurs(int connections) {
            return new HttpLoad(door, connections, checkIns);
        }
    }
}
