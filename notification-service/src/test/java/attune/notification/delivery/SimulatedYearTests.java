package attune.notification.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/**
 * twenty people for a year; a thousand with {@code -Dattune.people=1000}. The table stands in
 * {@code target/simulated-year.txt}.
 */
class SimulatedYearTests {

    @Test
    void addsUpAndNeverDisturbsOrExceeds() throws IOException {
        YearBooks books = new YearBooks();
        VirtualYear year = new VirtualYear(Integer.getInteger("attune.people", 10), new SplittableRandom(20261123),
                books);

        year.pass();

        books.close();
        Files.writeString(Path.of("target/simulated-year.txt"), books.print());
    }
}
