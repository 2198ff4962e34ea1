package attune.bench.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.load.Schedule;
import attune.bench.log.JournalEvents;
import attune.bench.log.Passage;
import attune.events.Log;

/** From an event on the journal to what the coach service decided because of it, against raw two hop. */
final class Decision implements Scenario {

    @Override
    public String title() {
        return "decision";
    }

    @Override
    public List<String> goals() {
        return List.of("G7");
    }

    @Override
    public String what() {
        return "journal event to decision on the coaching log / raw two hop, both at 200/s";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException, Missing {
        lab.require("coach-service");
        try (House house = House.open(lab)) {
            House.Room service = house.service("coach-service");
            JournalEvents events = new JournalEvents(InstantSource.system(),
                    new SplittableRandom(lab.settings().seed()));
            Passage passage = new Passage(house.kafka(), Log.COACHING.topic(), Decision::cause);
            // A new client each time: nothing that was suggested before may silence what is suggested now.
            AtomicInteger people = new AtomicInteger();
            Contender ours = Contender.of("coach-service", length -> Turns.watched(List.of(service.process()),
                    () -> passage.run(Schedule.of(Hops.PER_SECOND, length),
                            _ -> events.checkIn(House.person(people.getAndIncrement())))));
            return List.of(lab.contest()
                    .run(Goal.ofRatio("G7", what(), Metric.P99, 2.0, 1.3), Hops.raw(lab, house.kafka()), ours));
        }
    }

    private static Optional<String> cause(ConsumerRecord<byte[], byte[]> decision) {
        return Optional.ofNullable(decision.headers().lastHeader("ce_causationid"))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.US_ASCII));
    }
}
