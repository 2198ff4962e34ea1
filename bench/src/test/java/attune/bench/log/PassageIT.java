package attune.bench.log;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.bench.load.Recording;
import attune.bench.load.Schedule;
import attune.embedded.EmbeddedKafka;
import attune.events.Log;

import static org.assertj.core.api.Assertions.assertThat;

class PassageIT {

    @TempDir
    private static Path folder;
    private static EmbeddedKafka kafka;

    private final JournalEvents events = new JournalEvents(InstantSource.system(), new SplittableRandom(1));

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.in(folder));
        kafka.createTopics(List.of(Log.JOURNAL.topic()), 3);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void timesWhatFollowsAndCountsWhatNeverCameAsFailed() throws Exception {
        Filling.fill(kafka.bootstrapServers(), 10, _ -> events.checkIn("before").message());
        // Every event follows from itself here, except those of one person, which nobody answers.
        Passage passage = new Passage(kafka.bootstrapServers(), Log.JOURNAL.topic(), PassageIT::idUnlessUnheard,
                Duration.ofSeconds(8));

        Recording recording = passage.run(new Schedule(200, 50),
                index -> events.checkIn(index == 7 ? "unheard" : "client-" + index));

        assertThat(recording.answered()).isEqualTo(49);
        assertThat(recording.failed()).isOne();
        assertThat(recording.latency().max()).isGreaterThanOrEqualTo(Duration.ofSeconds(8).toMillis() * 1_000);
    }

    private static Optional<String> idUnlessUnheard(ConsumerRecord<byte[], byte[]> each) {
        return Optional.ofNullable(each.headers().lastHeader("ce_id"))
                .filter(_ -> !"unheard".equals(new String(each.key(), StandardCharsets.UTF_8)))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
