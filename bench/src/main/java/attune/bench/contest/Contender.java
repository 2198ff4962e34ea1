package attune.bench.contest;

import java.io.IOException;
import java.time.Duration;

/** One who takes part in a contest. It is ready when it is made, and runs for a round whenever it is its turn. */
public interface Contender {

    /** Who it is, for the table. */
    String name();

    /** Runs one round of about this length. */
    Showing run(Duration length) throws IOException;

    /** A contender from its name and what it does. */
    static Contender of(String name, Turn turn) {
        return new Contender() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public Showing run(Duration length) throws IOException {
                return turn.run(length);
            }
        };
    }

    /** What a contender does when it is its turn. */
    @FunctionalInterface
    interface Turn {

        Showing run(Duration length) throws IOException;
    }
}
