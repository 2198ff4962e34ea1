package attune.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of its own for the data and the output of one run; gone with it. */
public final class Workspace implements AutoCloseable {

    private final Path folder;
    private final boolean kept;

    private Workspace(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Makes a new folder among the temporary files.
     *
     * @param kept whether it stays when the run is over, for a look at what the processes printed
     */
    public static Workspace create(boolean kept) throws IOException {
        return new Workspace(Files.createTempDirectory("attune-bench-"), kept);
    }

    /** A folder inside, made when it is missing. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    public Path root() {
        return folder;
    }

    /** A port that was free a moment ago, on the loopback address. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Workspace::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
