package attune.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * One keep-alive connection with at most one request on its way. Sent on by whoever holds it, read and reopened by the
 * receiving thread only.
 */
final class Connection implements AutoCloseable {

    private static final AnswerReader.Body NOBODY_READS = (_, _, _) -> {};

    private final InetSocketAddress target;
    private final Selector selector;
    private SocketChannel channel;
    private AnswerReader reader = new AnswerReader(NOBODY_READS);
    private volatile @Nullable Shot shot;

    Connection(InetSocketAddress target, Selector selector) throws IOException {
        this.target = target;
        this.selector = selector;
        this.channel = connected();
    }

    /** The request that is on its way, or null. */
    @Nullable
    Shot shot() {
        return shot;
    }

    /** The status of the last answer. */
    int status() {
        return reader.status();
    }

    /** Sends at once. If the server has closed the connection meanwhile, the receiving thread finds that out. */
    synchronized void send(Shot next) {
        shot = next;
        try {
            channel.write(next.bytes());
        } catch (IOException _) {
            return;
        }
        if (next.bytes().hasRemaining()) {
            throw new IllegalStateException("A request has more bytes than an idle connection takes at once");
        }
    }

    /**
     * Reads what has come.
     *
     * @param buffer scratch space with an array behind it
     * @return the request that is answered by now, or null
     */
    @Nullable
    Shot receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("The server closed the connection");
        }
        if (!reader.read(buffer.flip())) {
            return null;
        }
        Shot answered = shot;
        shot = null;
        return answered;
    }

    /**
     * Replaces a broken connection by a new one to the same server.
     *
     * @return the request that was lost with the old one, or null
     */
    synchronized @Nullable Shot reopen() throws IOException {
        channel.close();
        Shot lost = shot;
        shot = null;
        reader = new AnswerReader(NOBODY_READS);
        channel = connected();
        return lost;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private SocketChannel connected() throws IOException {
        SocketChannel fresh = SocketChannel.open();
        try {
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            fresh.connect(target);
            fresh.configureBlocking(false);
            fresh.register(selector, SelectionKey.OP_READ, this);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }
}
