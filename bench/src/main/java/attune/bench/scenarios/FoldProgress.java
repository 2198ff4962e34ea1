package attune.bench.scenarios;

import java.io.IOException;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.bench.load.Schedule;
import attune.bench.process.Web;

/**
 * How far a fold of a running service has come, as its actuator tells it.
 *
 * @param room the service
 * @param fold its fold
 */
record FoldProgress(House.Room room, String fold) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** How many records it has passed, over all partitions. */
    long passed() throws IOException {
        JsonNode folds = MAPPER.readTree(Web.get(room.actuator("folds")));
        return folds.path(fold).values().stream().mapToLong(JsonNode::asLong).sum();
    }

    /** Waits until it has passed so many records. */
    void await(long records) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (passed() < records) {
            if (System.nanoTime() > end) {
                throw new IOException("The fold " + fold + " did not reach the end of its log");
            }
            pause();
        }
    }

    /**
     * Makes the service drop what the fold has made and make it again, and waits until it has.
     *
     * @param records how many the log holds
     * @return records a second, from the command to the last record: partitions begin anew one after the other, so
     *         that there is no moment at which all of them have begun and none is further
     */
    double rebuild(long records) throws IOException {
        long start = System.nanoTime();
        Web.post(room.actuator("folds/" + fold));
        while (passed() >= records) {
            pause();
        }
        await(records);
        return records * 1e9 / (System.nanoTime() - start);
    }

    private static void pause() {
        Schedule.awaitNanos(System.nanoTime() + BETWEEN_LOOKS.toNanos());
    }
}
