package attune.bench.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.log.Filling;
import attune.bench.peers.PlainLoop;
import attune.bench.process.Web;

/** The plain consumer loop alone. */
final class Loop implements Scenario {

    @Override
    public String title() {
        return "loop";
    }

    @Override
    public List<String> goals() {
        return List.of();
    }

    @Override
    public String what() {
        return "a plain consumer loop draining a log of JSON records";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException {
        String kafka = lab.broker("attune.bench.full");
        Filling.fill(kafka, lab.settings().records(), Loop::event);
        return List.of(lab.contest()
                .run(new Goal("loop", what(), Metric.RECORDS, null, null), plain(lab, kafka, "attune.bench.full")));
    }

    /** Drains a topic that holds as many records as were asked for once a round; the length does not matter. */
    static Contender plain(Lab lab, String kafka, String topic) throws IOException {
        int records = lab.settings().records();
        Lab.Server loop = lab.peer(PlainLoop.class, kafka, topic, records);
        return Contender.of("plain loop", _ -> {
            long nanos = Long.parseLong(Web.get(loop.at("/drain")));
            return Showing.of(Metric.RECORDS, records * 1e9 / nanos);
        });
    }

    private static ProducerRecord<byte[], byte[]> event(long index) {
        String body = "{\"number\":%d,\"mood\":3,\"words\":[\"tense\",\"lonely\"],\"note\":\"%s\"}"
                .formatted(index, "x".repeat(400));
        return new ProducerRecord<>("attune.bench.full",
                ("client-" + index % 1_000).getBytes(StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
