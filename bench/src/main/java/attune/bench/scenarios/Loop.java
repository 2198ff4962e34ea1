package attune.bench.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.producer.ProducerRecord;

import attune.bench.contest.Contender;
import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.log.Filling;
import attune.bench.peers.PlainLoop;
import attune.bench.process.ChildProcess;
import attune.bench.process.Java;

/** The plain consumer loop alone. */
final class Loop implements Scenario {

    static final long RECORDS = 120_000;
    private static final Pattern DRAINED = Pattern.compile("(\\d+) (\\d+)");

    @Override
    public String name() {
        return "loop";
    }

    @Override
    public List<String> goals() {
        return List.of();
    }

    @Override
    public String what() {
        return "a plain consumer loop draining 120,000 JSON records";
    }

    @Override
    public List<Result> run(Lab lab) throws IOException {
        String kafka = lab.broker("attune.bench.full");
        Filling.fill(kafka, RECORDS, Loop::event);
        return List.of(lab.contest()
                .run(new Goal("loop", what(), Metric.RECORDS, null, null), plain(lab, kafka, "attune.bench.full")));
    }

    /** Drains a topic that holds {@link #RECORDS} records, in a new process each time; the length does not matter. */
    static Contender plain(Lab lab, String kafka, String topic) {
        return Contender.of("plain loop", _ -> {
            ChildProcess loop = lab.start("loop",
                    Java.main(PlainLoop.class.getName(), Java.SERVER_FLAGS, kafka, topic, RECORDS), Map.of());
            try {
                return Showing.of(Metric.RECORDS, rate(loop.awaitLine("drained ", Duration.ofMinutes(2))));
            } finally {
                lab.stop(loop);
            }
        });
    }

    static double rate(String drained) throws IOException {
        Matcher matcher = DRAINED.matcher(drained);
        if (!matcher.matches()) {
            throw new IOException("Not a number of records and nanoseconds: " + drained);
        }
        return Long.parseLong(matcher.group(1)) * 1e9 / Long.parseLong(matcher.group(2));
    }

    private static ProducerRecord<byte[], byte[]> event(long index) {
        String body = "{\"number\":%d,\"mood\":3,\"words\":[\"tense\",\"lonely\"],\"note\":\"%s\"}"
                .formatted(index, "x".repeat(400));
        return new ProducerRecord<>("attune.bench.full",
                ("client-" + index % 1_000).getBytes(StandardCharsets.UTF_8),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
