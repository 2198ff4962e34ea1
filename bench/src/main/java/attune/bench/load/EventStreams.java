package attune.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Listens to many streams of server-sent events with one thread and tells when each event came, on the same clock as
 * the driver that caused it.
 */
public final class EventStreams implements AutoCloseable {

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = Thread.ofPlatform().name("bench-streams").unstarted(this::run);
    private volatile boolean closing;
    private volatile int answering;
    private volatile int lost;

    private EventStreams() throws IOException {
        this.selector = Selector.open();
    }

    /**
     * Opens streams and waits until the server has begun to answer on each of them.
     *
     * @param target where the server listens
     * @param count how many streams
     * @param head the complete request head of each stream
     * @param listener told of each event, by the reading thread
     * @throws IOException when a stream was refused or did not begin within a minute
     */
    public static EventStreams open(InetSocketAddress target, int count, IntFunction<String> head,
            Consumer<ServerEvent> listener) throws IOException {
        EventStreams streams = new EventStreams();
        streams.thread.start();
        for (int i = 0; i < count; i++) {
            streams.connect(target, head.apply(i), new Stream(new EventReader(i, listener)));
        }
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (streams.answering < count && streams.lost == 0 && System.nanoTime() < end) {
            Schedule.awaitNanos(System.nanoTime() + Duration.ofMillis(5).toNanos());
        }
        if (streams.answering < count) {
            String told = "%d of %d streams began, %d were refused or cut off"
                    .formatted(streams.answering, count, streams.lost);
            streams.close();
            throw new IOException(told);
        }
        return streams;
    }

    /** How many streams the server has refused or cut off. */
    public int lost() {
        return lost;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void connect(InetSocketAddress target, String head, Stream stream) throws IOException {
        SocketChannel channel = SocketChannel.open(target);
        channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, stream);
        selector.wakeup();
    }

    private void run() {
        try {
            while (!closing) {
                selector.select(this::receive, 100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Only this thread writes the two counters; volatile lets the others see them.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void receive(SelectionKey key) {
        Stream stream = (Stream) key.attachment();
        try {
            if (stream.receive((SocketChannel) key.channel(), buffer)) {
                answering++;
            }
        } catch (IOException _) {
            key.cancel();
            lost++;
        }
    }

    /** One stream's reader, and whether the server has begun to answer on it. */
    private static final class Stream {

        private final AnswerReader reader;
        private boolean begun;

        Stream(EventReader events) {
            this.reader = new AnswerReader(events);
        }

        /** Reads what has come; true when the answer has begun with it. */
        boolean receive(SocketChannel channel, ByteBuffer buffer) throws IOException {
            buffer.clear();
            int length = channel.read(buffer);
            if (length < 0 || reader.read(buffer.flip())) {
                throw new IOException("The stream ended");
            }
            if (begun || !reader.inBody()) {
                return false;
            }
            if (reader.status() != 200) {
                throw new IOException("Status " + reader.status());
            }
            begun = true;
            return true;
        }
    }
}
