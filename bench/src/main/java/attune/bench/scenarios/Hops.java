package attune.bench.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.load.Ids;
import attune.bench.load.Schedule;
import attune.bench.log.Passage;
import attune.bench.log.Sent;
import attune.bench.peers.RawHop;

/** Raw two hop alone: produce, consume and produce, consume. */
final class Hops implements Scenario {

    static final double PER_SECOND = 200;

    @Override
    public String title() {
        return "two-hop";
    }

    @Override
    public List<String> goals() {
        return List.of();
    }

    @Override
    public String what() {
        return "raw two hop over Kafka at 200/s";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException {
        String kafka = lab.broker("attune.bench.from", "attune.bench.to");
        return List.of(lab.contest()
                .run(new Goal("two-hop", what(), Metric.P99, null, null), raw(lab, kafka)));
    }

    /** Raw two hop between two topics that exist: {@code attune.bench.from} and {@code attune.bench.to}. */
    static Contender raw(Lab lab, String kafka) throws IOException {
        Lab.Server hop = lab.peer(RawHop.class, kafka, "attune.bench.from", "attune.bench.to");
        Ids ids = new Ids(InstantSource.system(), lab.settings().seed());
        Passage passage = new Passage(kafka, "attune.bench.to",
                message -> Optional.of(new String(message.key(), StandardCharsets.US_ASCII)));
        return Contender.of("raw two hop", length -> Turns.watched(List.of(hop.process()),
                () -> passage.run(Schedule.of(PER_SECOND, length), _ -> event(ids.next().toString()))));
    }

    private static Sent event(String id) {
        byte[] body = ("{\"id\":\"" + id + "\",\"padding\":\"" + "x".repeat(400) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        return new Sent(id, new ProducerRecord<>("attune.bench.from", id.getBytes(StandardCharsets.US_ASCII), body));
    }
}
