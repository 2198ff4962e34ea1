package attune.bench.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.bench.contest.Goal;
import attune.bench.contest.Metric;
import attune.bench.contest.Result;
import attune.bench.contest.Showing;
import attune.bench.load.Recording;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

    private static final Goal GOAL = Goal.ofRatio("G4", "service / bare", Metric.PER_SECOND, 0.6, 0.85);

    @TempDir
    private Path folder;

    @Test
    void saysTheSameToPeopleAndToMachines() throws Exception {
        Report report = report(new Outcome.Measured("checkin", result(8_000, 5_600, List.of())),
                new Outcome.LeftOut("gateway", "nginx is not installed"));

        Path markdown = report.write(folder);

        assertThat(Files.readString(markdown)).contains("ratio of req/s: 0.70x", "must ratio >= 0.60x", ": met",
                "gateway  left out: nginx is not installed", "java             25", "CPU us/rq");
        JsonNode json = JsonMapper.builder().build()
                .readTree(folder.resolve("bench-2026-11-23T07-00-00Z.json").toFile());
        assertThat(json.at("/outcomes/0/ratio").asDouble()).isEqualTo(0.7);
        assertThat(json.at("/outcomes/0/standing").asString()).isEqualTo("MET");
        assertThat(json.at("/outcomes/0/challenger/rounds/0/latencyMicros/p99").asLong()).isEqualTo(2_000);
        assertThat(json.at("/outcomes/1/leftOut").asString()).contains("nginx");
    }

    @Test
    void neverPrintsAMean() {
        assertThat(Recording.class.getMethods()).noneMatch(method -> method.getName().contains("mean"));
        assertThat(Table.of(result(1, 1, List.of()))).noneMatch(line -> line.contains("mean") || line.contains("avg"));
    }

    @Test
    void isNotGoodWhenAGoalIsMissed() {
        assertThat(report(new Outcome.Measured("checkin", result(8_000, 800, List.of()))).isGood()).isFalse();
        assertThat(report(new Outcome.Broken("checkin", "it fell")).isGood()).isFalse();
    }

    @Test
    void judgesNothingByAVoidResult() {
        Result missed = result(8_000, 800, List.of("load average 7.00 at the start"));

        assertThat(report(new Outcome.Measured("checkin", missed)).isGood()).isTrue();
        assertThat(Table.of(missed)).anyMatch(line -> line.contains("VOID: load average 7.00"))
                .anyMatch(line -> line.contains("void, would be missed"));
    }

    private static Report report(Outcome... outcomes) {
        return new Report(Instant.parse("2026-11-23T07:00:00Z"), Map.of("java", "25"), List.of(outcomes));
    }

    private static Result result(int baseline, int challenger, List<String> flaws) {
        return new Result(GOAL, "bare endpoint", "checkin-service", List.of(showing(baseline)),
                List.of(showing(challenger)), flaws);
    }

    private static Showing showing(int answered) {
        Recording recording = new Recording();
        for (int i = 0; i < answered; i++) {
            recording.answered(TimeUnit.MILLISECONDS.toNanos(2));
        }
        recording.took(TimeUnit.SECONDS.toNanos(1));
        return Showing.of(recording, Duration.ofMillis(500));
    }
}
