package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Plan;
import attune.bench.contest.Result;
import attune.bench.load.HttpLoad;
import attune.bench.log.LogEnd;
import attune.bench.peers.BareEndpoint;
import attune.bench.process.ChildProcess;
import attune.events.Log;

/**
 * Taking in check-ins, against the bare endpoint. The service folds what it takes in while it takes in more; the
 * other's round begins when it has caught up.
 *
 * @param title the name on the command line
 * @param goal what it is to show
 * @param gateway whether the requests come through the gateway
 * @param folding whether the service folds meanwhile; at rest it shows what taking in alone costs
 * @param halfLoad whether both get half of what ours can do at most, instead of as much as each can
 */
record Ingest(String title, Goal goal, boolean gateway, boolean folding, boolean halfLoad) implements Scenario {

    static final Ingest SERVICE = new Ingest("checkin",
            Goal.ofRatio("G4", "checkin-service alone / bare endpoint: ceiling", Metric.PER_SECOND, 0.60, 0.85),
            false, true, false);
    static final Ingest RESTING = new Ingest("checkin-only",
            new Goal("G4-", "checkin-service with its fold at rest / bare endpoint: ceiling", Metric.PER_SECOND,
                    null, null),
            false, false, false);
    static final Ingest WHOLE = new Ingest("ingest",
            Goal.ofRatio("G5", "gateway + checkin-service / bare endpoint: ceiling", Metric.PER_SECOND, 0.35, 0.55)
                    .andFigure(2_700, 4_000),
            true, true, false);
    static final Ingest TAIL = new Ingest("tail",
            Goal.ofRatio("G6", "gateway + checkin-service / bare endpoint: both at half the former's peak",
                    Metric.P99, 2.0, 1.4),
            true, true, true);

    /** Enough that at half load nothing ever waits for a connection unless the server is behind. */
    private static final int CONNECTIONS_AT_RATE = 128;
    private static final String FOLD = "history";
    private static final Map<String, String> FOLD_AT_REST = Map.of("SPRING_APPLICATION_JSON",
            "{\"spring.cloud.stream.bindings.history-in-0.consumer.auto-startup\":false}");

    @Override
    public List<String> goals() {
        return List.of(goal.id());
    }

    @Override
    public String what() {
        return goal.what();
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("checkin-service");
        if (gateway) {
            lab.require("gateway");
        }
        try (House house = House.open(lab)) {
            CheckIns checkIns = house.checkIns();
            Lab.Server bare = lab.peer(BareEndpoint.class, house.kafka(), "attune.bench.bare");
            Ours ours = ours(house);
            int connections = lab.settings().connections();
            double half = halfLoad ? peak(lab.contest().plan(), ours, checkIns, connections) / 2 : 0;
            Contender baseline = contender("bare endpoint", bare.address(), List.of(bare.process()), checkIns,
                    connections, half);
            Contender challenger = contender(ours.name(), ours.door(), ours.processes(), checkIns, connections, half)
                    .settlingBy(ours.settling());
            return List.of(lab.contest().run(goal, baseline, challenger));
        }
    }

    private Ours ours(House house) throws IOException, Missing {
        House.Room service = house.service("checkin-service", folding ? Map.of() : FOLD_AT_REST);
        FoldProgress history = new FoldProgress(service, FOLD);
        Contender.Settling settling = folding
                ? () -> history.await(LogEnd.of(house.kafka(), Log.JOURNAL.topic()))
                : () -> {};
        List<ChildProcess> processes = new ArrayList<>(List.of(service.process()));
        if (!gateway) {
            return new Ours("checkin-service", service.address(), processes, settling);
        }
        House.Room before = house.service("gateway", Map.of("ATTUNE_CHECKIN_URI", service.at("").toString()));
        processes.add(before.process());
        return new Ours("gateway + checkin-service", before.address(), processes, settling);
    }

    private static double peak(Plan plan, Ours ours, CheckIns checkIns, int connections) throws IOException {
        HttpLoad load = new HttpLoad(ours.door(), connections, checkIns);
        for (int i = 0; i < plan.warmUps(); i++) {
            load.closed(plan.warmUp());
            ours.settling().await();
        }
        double peak = load.closed(plan.round()).perSecond();
        ours.settling().await();
        return peak;
    }

    private Contender contender(String name, InetSocketAddress door, List<ChildProcess> processes, CheckIns checkIns,
            int connections, double half) {
        return halfLoad
                ? Turns.atRate(name, new HttpLoad(door, CONNECTIONS_AT_RATE, checkIns), half, processes)
                : Turns.ceiling(name, new HttpLoad(door, connections, checkIns), processes);
    }

    /** Our side: where the requests go, who works on them, and how to wait until all of it is done. */
    private record Ours(String name, InetSocketAddress door, List<ChildProcess> processes,
            Contender.Settling settling) {}
}
