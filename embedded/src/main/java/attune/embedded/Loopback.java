package attune.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Addresses on this machine, and nowhere else. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private Loopback() {}

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }

    /** A port that nobody listened on a moment ago; somebody may take it before we do. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks before something heavy is started, so that the answer is a clear one.
     *
     * @param who who wants to listen, for the message
     * @param port the port, or 0 for "any", which is always free
     */
    static void requireFree(String who, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(port));
        } catch (IOException e) {
            throw new EmbeddedException.PortInUse(who, port, e);
        }
    }
}
