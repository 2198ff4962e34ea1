package attune.bench.scenarios;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.log.Filling;
import attune.bench.log.JournalEvents;
import attune.events.Log;

/** Rebuilding a read model from the log, states and all, against a plain loop over the same log. */
final class Rebuild implements Scenario {

    private static final int PEOPLE = 1_000;

    @Override
    public String title() {
        return "rebuild";
    }

    @Override
    public List<String> goals() {
        return List.of("G9");
    }

    @Override
    public String what() {
        return "rebuild of a fold with its states / plain loop over the same log";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("checkin-service");
        int records = lab.settings().records();
        try (House house = House.open(lab)) {
            JournalEvents events = new JournalEvents(InstantSource.system(),
                    new SplittableRandom(lab.settings().seed()));
            Filling.fill(house.kafka(), records,
                    index -> events.checkIn(House.person((int) (index % PEOPLE))).message());
            FoldProgress history = new FoldProgress(house.service("checkin-service"), "history");
            history.await(records);
            return List.of(lab.contest()
                    .run(Goal.ofRatio("G9", what(), Metric.RECORDS, 0.10, 0.20),
                            Loop.plain(lab, house.kafka(), Log.JOURNAL.topic()),
                            Contender.of("checkin-service, history",
                                    _ -> Showing.of(Metric.RECORDS, history.rebuild(records)))));
        }
    }
}
