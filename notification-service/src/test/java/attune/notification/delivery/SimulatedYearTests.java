package attune.notification.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * A thousand people for a year; others with {@code -Dattune.people}. The table is printed, and stands in
 * {@code target/simulated-year.txt}.
 */
class SimulatedYearTests {

    /** So many instances of the service share the people, as they share the partitions of a log. */
    private static final int INSTANCES = 4;

    @Test
    void addsUpAndNeverDisturbsOrExceeds() throws IOException {
        int people = Integer.getInteger("attune.people", 1_000);
        long begun = System.nanoTime();

        YearBooks books = new YearBooks();
        IntStream.range(0, INSTANCES).parallel().mapToObj(instance -> year(instance, people / INSTANCES))
                .toList().forEach(books::add);

        String table = "%d people, one year, %d s%n%s".formatted(people,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(), books.print());
        Files.writeString(Path.of("target/simulated-year.txt"), table);
        System.out.println(table);
    }

    private static YearBooks year(int instance, int people) {
        YearBooks books = new YearBooks();
        new VirtualYear(instance * people, people, new SplittableRandom(20_261_123 + instance), books).pass();
        books.close();
        return books;
    }
}
