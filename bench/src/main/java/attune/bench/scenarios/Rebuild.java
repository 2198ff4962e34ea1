package attune.bench.scenarios;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Schedule;
import attune.bench.log.Filling;
import attune.bench.log.JournalEvents;
import attune.bench.process.Web;
import attune.events.Log;

/** Rebuilding a read model from the log, states and all, against a plain loop over the same log. */
final class Rebuild implements Scenario {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
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
        return "rebuild of a fold with its states / plain loop over the same 120,000 events";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("checkin-service");
        try (House house = House.open(lab)) {
            JournalEvents events = new JournalEvents(InstantSource.system(),
                    new SplittableRandom(lab.settings().seed()));
            Filling.fill(house.kafka(), Loop.RECORDS,
                    index -> events.checkIn(House.person((int) (index % PEOPLE))).message());
            House.Room service = house.service("checkin-service");
            String fold = foldNames(service).getFirst();
            awaitAll(service, fold);
            return List.of(lab.contest()
                    .run(Goal.ofRatio("G9", what(), Metric.RECORDS, 0.10, 0.20),
                            Loop.plain(lab, house.kafka(), Log.JOURNAL.topic()),
                            Contender.of("checkin-service, " + fold,
                                    _ -> Showing.of(Metric.RECORDS, rebuild(service, fold)))));
        }
    }

    private static double rebuild(House.Room service, String fold) throws IOException {
        Web.post(service.actuator("folds/" + fold));
        long before = folded(service, fold);
        while (before >= Loop.RECORDS || before == 0) {
            pause();
            before = folded(service, fold);
        }
        long start = System.nanoTime();
        awaitAll(service, fold);
        return (Loop.RECORDS - before) * 1e9 / (System.nanoTime() - start);
    }

    private static void awaitAll(House.Room service, String fold) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (folded(service, fold) < Loop.RECORDS) {
            if (System.nanoTime() > end) {
                throw new IOException("The fold " + fold + " did not reach the end of its log");
            }
            pause();
        }
    }

    private static void pause() {
        Schedule.awaitNanos(System.nanoTime() + Duration.ofMillis(20).toNanos());
    }

    private static List<String> foldNames(House.Room service) throws IOException {
        return List.copyOf(folds(service).propertyNames());
    }

    private static long folded(House.Room service, String fold) throws IOException {
        return folds(service).path(fold).values().stream().mapToLong(JsonNode::asLong).sum();
    }

    private static JsonNode folds(House.Room service) throws IOException {
        return MAPPER.readTree(Web.get(service.actuator("folds")));
    }
}
