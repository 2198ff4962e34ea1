package attune.bench.contest;

import java.io.IOException;
import java.time.Duration;

/**
 * One who takes part in a contest. It is ready when it is made, and runs for a round whenever it is its turn.
 *
 * @param name who it is, for the table
 * @param turn what it does in a round
 * @param settling waits until it has done what its round left behind, so that none of it falls into the other's round
 */
public record Contender(String name, Turn turn, Settling settling) {

    /** A contender that leaves nothing behind. */
    public static Contender of(String name, Turn turn) {
        return new Contender(name, turn, () -> {});
    }

    /** The same contender with work that goes on after its round. */
    public Contender settlingBy(Settling wait) {
        return new Contender(name, turn, wait);
    }

    Showing run(Duration length) throws IOException {
        Showing showing = turn.run(length);
        settling.await();
        return showing;
    }

    /** What a contender does when it is its turn: a round of about this length. */
    @FunctionalInterface
    public interface Turn {

        Showing run(Duration length) throws IOException;
    }

    /** Waits until a contender is at rest. */
    @FunctionalInterface
    public interface Settling {

        void await() throws IOException;
    }
}
