package attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The folder with all data of one Attune, ours alone as long as it is open. The lock belongs to the process: one that
 * was killed leaves nothing to clear away.
 */
final class HomeFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private HomeFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Where the environment wants the data: {@code ATTUNE_DATA}, or {@code .attune} in the working folder. */
    static Path chosen(Map<String, String> environment) {
        String said = environment.getOrDefault("ATTUNE_DATA", "");
        try {
            return Path.of(said.isBlank() ? ".attune" : said).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new StartException("ATTUNE_DATA is no name of a folder: " + e.getReason() + ".", e);
        }
    }

    /**
     * Makes the folder if it is missing and takes it.
     *
     * @throws StartException if it cannot be written or another Attune runs in it
     */
    static HomeFolder open(Path path) {
        FileChannel lock;
        try {
            Files.createDirectories(path.resolve("logs"));
            lock = FileChannel.open(path.resolve("attune.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartException(
                    "The data folder %s cannot be made or written: check its rights and the space on its disk, or choose another with ATTUNE_DATA."
                            .formatted(path),
                    e);
        }
        try {
            if (lock.tryLock() != null) {
                return new HomeFolder(path, lock);
            }
        } catch (IOException e) {
            throw new StartException(
                    "The data folder %s cannot be locked: choose one on a disk of this machine with ATTUNE_DATA."
                            .formatted(path),
                    e);
        }
        String where = RunningAttune.in(path).map(running -> " at " + running.gateway()).orElse("");
        throw new StartException(
                "Another Attune%s uses the data folder %s: stop that one, or choose another folder with ATTUNE_DATA."
                        .formatted(where, path));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        try {
            RunningAttune.forget(path);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
