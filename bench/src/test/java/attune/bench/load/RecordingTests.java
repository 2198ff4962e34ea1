package attune.bench.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingTests {

    private final Recording recording = new Recording();

    @Test
    void tellsPercentilesInMicroseconds() {
        for (int millis = 1; millis <= 1_000; millis++) {
            recording.answered(TimeUnit.MILLISECONDS.toNanos(millis));
        }

        assertThat(recording.latency().p50()).isBetween(499_000L, 501_000L);
        assertThat(recording.latency().p99()).isBetween(989_000L, 991_000L);
        assertThat(recording.latency().p999()).isBetween(998_000L, 1_000_500L);
        assertThat(recording.latency().max()).isBetween(999_000L, 1_001_000L);
    }

    @Test
    void doesNotLetFailuresLookQuick() {
        recording.answered(TimeUnit.MILLISECONDS.toNanos(1));
        recording.failed(TimeUnit.SECONDS.toNanos(3));

        assertThat(recording.failed()).isOne();
        assertThat(recording.latency().max()).isGreaterThan(2_990_000);
    }

    @Test
    void countsOnlyGoodAnswersAsThroughput() {
        recording.answered(1);
        recording.answered(1);
        recording.failed(1);
        recording.took(TimeUnit.SECONDS.toNanos(2));

        assertThat(recording.perSecond()).isEqualTo(1.0);
    }

    @Test
    void putsRoundsTogether() {
        Recording other = new Recording();
        other.answered(TimeUnit.MILLISECONDS.toNanos(9));
        other.late(TimeUnit.MILLISECONDS.toNanos(6));
        other.took(10);

        recording.add(other);

        assertThat(recording.answered()).isOne();
        assertThat(recording.lateness().max()).isGreaterThan(5_990);
        assertThat(recording.wallNanos()).isEqualTo(10);
    }

    @Test
    void keepsTheWholeHistogram() throws Exception {
        recording.answered(TimeUnit.MICROSECONDS.toNanos(1_234));

        byte[] bytes = Base64.getDecoder().decode(recording.histogram());
        Histogram read = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);

        assertThat(read.getTotalCount()).isOne();
        assertThat(read.getMaxValue()).isEqualTo(1_234);
    }
}
