package attune.bench.scenarios;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.load.HttpLoad;
import attune.bench.load.Ids;
import attune.bench.peers.BareEndpoint;

/** The bare endpoint against a twin of itself: how far from 1 a ratio strays on this machine today. */
final class Noise implements Scenario {

    @Override
    public String title() {
        return "noise";
    }

    @Override
    public List<String> goals() {
        return List.of();
    }

    @Override
    public String what() {
        return "the bare endpoint against itself: what a ratio of 1 looks like here today";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException {
        String kafka = lab.broker("attune.bench.one", "attune.bench.two");
        return List.of(lab.contest()
                .run(new Goal("noise", what(), Metric.PER_SECOND, null, null),
                        bare(lab, "bare endpoint", kafka, "attune.bench.one"),
                        bare(lab, "bare endpoint, its twin", kafka, "attune.bench.two")));
    }

    /** The bare endpoint at its ceiling, over as many connections as were asked for. */
    static Contender bare(Lab lab, String name, String kafka, String topic) throws IOException {
        Lab.Server server = lab.peer(BareEndpoint.class, kafka, topic);
        CheckIns checkIns = new CheckIns(new Ids(InstantSource.system(), lab.settings().seed()), lab.settings().seed(),
                List.of());
        return Turns.ceiling(name, new HttpLoad(server.address(), lab.settings().connections(), checkIns),
                List.of(server.process()));
    }
}
