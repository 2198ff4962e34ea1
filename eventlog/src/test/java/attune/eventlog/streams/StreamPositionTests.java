package attune.eventlog.streams;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import attune.events.Log;
import attune.events.Position;

import static org.assertj.core.api.Assertions.assertThat;

class StreamPositionTests {

    private static final List<Log> LOGS = List.of(Log.JOURNAL, Log.COACHING, Log.DELIVERIES);

    @Test
    void comesBackFromItsText() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            StreamPosition position = StreamPosition.of(1 + random.nextInt(20));
            for (int change = 0; change < 30; change++) {
                position = position.withNext(LOGS.get(random.nextInt(3)), random.nextInt(position.partitions()),
                        random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63));
            }
            assertThat(StreamPosition.parse(position.toString())).contains(position);
            assertThat(position.toString()).matches("[A-Za-z0-9_-]+");
        }
    }

    @Test
    void knowsWhatItHasPassed() {
        StreamPosition position = StreamPosition.of(3).withNext(Log.COACHING, 1, 5);

        assertThat(position.contains(new Position(Log.COACHING, 1, 4))).isTrue();
        assertThat(position.contains(new Position(Log.COACHING, 1, 5))).isFalse();
        assertThat(position.contains(new Position(Log.JOURNAL, 1, 0))).isFalse();
        assertThat(position.contains(new Position(Log.COACHING, 7, 0))).isFalse();
    }

    @Test
    void refusesWhatIsNotItsText() {
        for (String garbage : new String[]{"", "?", "AA", "////", "gICAgICAgICAgIA", "x".repeat(9_000), "\r\n"}) {
            assertThat(StreamPosition.parse(garbage)).as(garbage.length() + " characters").isEmpty();
        }
    }

    @Test
    void readsNoGarbageAsMoreThanAPosition() {
        Random random = new Random(2);
        byte[] bytes = new byte[60];
        for (int round = 0; round < 2_000; round++) {
            random.nextBytes(bytes);
            String text = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            StreamPosition.parse(text).ifPresent(position -> assertThat(position.partitions()).isPositive());
        }
    }
}
