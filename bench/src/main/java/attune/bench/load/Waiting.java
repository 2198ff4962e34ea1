package attune.bench.load;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Brings requests that are due and connections that are free together, whichever comes first. A request that finds no
 * free connection waits here, and its wait is part of its latency. Thread-safe.
 */
final class Waiting implements Feed {

    private final Queue<Connection> free = new ArrayDeque<>();
    private final Queue<Shot> due = new ArrayDeque<>();

    /** A connection for a request that is due now, or null when it has to wait for one. */
    synchronized @Nullable Connection connectionFor(Shot shot) {
        Connection connection = free.poll();
        if (connection == null) {
            due.add(shot);
        }
        return connection;
    }

    @Override
    public synchronized @Nullable Shot next(Connection connection) {
        Shot shot = due.poll();
        if (shot == null) {
            free.add(connection);
        }
        return shot;
    }

    /** Takes a request that nobody has taken yet, or null when there is none. */
    synchronized @Nullable Shot giveUpOne() {
        return due.poll();
    }
}
