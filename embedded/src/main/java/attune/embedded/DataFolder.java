package attune.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A folder that is ours alone as long as it is open. The lock belongs to the process, so that a process that was
 * killed leaves no trace that would have to be cleared away.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new EmbeddedException.FolderUnusable(path,
                        "another running Attune holds it, so stop that one or choose another folder", null);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new EmbeddedException.FolderUnusable(path,
                    "it cannot be made or written, so check its rights and the space on its disk", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this very process
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw new EmbeddedException.FolderUnusable(path, "its lock could not be given back", e);
        }
    }
}
