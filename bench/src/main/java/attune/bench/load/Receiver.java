package attune.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The thread that reads the answers on all connections of a run, records them and hands each connection its next
 * request. A connection that breaks costs its request and is replaced.
 */
final class Receiver implements AutoCloseable {

    private final InetSocketAddress target;
    private final Recording recording;
    private final Feed feed;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final AtomicReference<@Nullable IOException> fault = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("bench-receiver").unstarted(this::run);
    private volatile boolean closing;
    private volatile long lastAnswerNanos = System.nanoTime();

    Receiver(InetSocketAddress target, Recording recording, Feed feed) throws IOException {
        this.target = target;
        this.recording = recording;
        this.feed = feed;
        this.selector = Selector.open();
    }

    /** Opens so many connections; only then does {@link #start()} let answers be read. */
    List<Connection> connect(int count) throws IOException {
        while (connections.size() < count) {
            connections.add(new Connection(target, selector));
        }
        return List.copyOf(connections);
    }

    void start() {
        thread.start();
    }

    /** True when the server has gone and the run with it; {@link #close()} then throws. */
    boolean broken() {
        return fault.get() != null;
    }

    /** The moment the last answer came, by {@link System#nanoTime()}. */
    long lastAnswerNanos() {
        return lastAnswerNanos;
    }

    /** Stops reading, counts what was never answered as failed, and closes the connections. */
    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Connection connection : connections) {
            Shot lost = connection.shot();
            if (lost != null) {
                recording.failed(System.nanoTime() - lost.dueNanos());
            }
            connection.close();
        }
        selector.close();
        IOException first = fault.get();
        if (first != null) {
            throw first;
        }
    }

    private void run() {
        try {
            while (!closing) {
                selector.select(this::receive, 100);
            }
        } catch (IOException e) {
            fault.set(e);
        } catch (UncheckedIOException e) {
            fault.set(e.getCause());
        }
    }

    private void receive(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            Shot answered = connection.receive(buffer);
            if (answered != null) {
                record(answered, connection.status());
                goOn(connection);
            }
        } catch (IOException _) {
            reopen(connection);
        }
    }

    private void goOn(Connection connection) {
        Shot next = feed.next(connection);
        if (next != null) {
            connection.send(next);
        }
    }

    private void record(Shot answered, int status) {
        long now = System.nanoTime();
        lastAnswerNanos = now;
        if (status < 400) {
            recording.answered(now - answered.dueNanos());
        } else {
            recording.failed(now - answered.dueNanos());
        }
    }

    private void reopen(Connection broken) {
        try {
            Shot lost = broken.reopen();
            if (lost != null) {
                recording.failed(System.nanoTime() - lost.dueNanos());
                goOn(broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("The server at " + target + " went away", e));
        }
    }
}
