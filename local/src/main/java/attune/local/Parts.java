package attune.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that was started, to be stopped from the front door to the log. Parts of one layer stop side by side; a
 * part that arrives after the stop has begun is stopped at once.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final SortedMap<Layer, List<Part>> running = new TreeMap<>(Comparator.naturalOrder());
    private boolean closed;

    /** In the order in which they stop. */
    enum Layer {
        FRONT_DOOR,
        SERVICES,
        NEIGHBOURS,
        DATABASE,
        LOG,
        FOLDER
    }

    private record Part(String name, AutoCloseable part) {

        void stop() {
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not stop cleanly", name, e);
            }
        }
    }

    /** Takes a part over. */
    <T extends AutoCloseable> T add(Layer layer, String name, T part) {
        synchronized (running) {
            if (!closed) {
                running.computeIfAbsent(layer, _ -> new ArrayList<>()).add(new Part(name, part));
                return part;
            }
        }
        new Part(name, part).stop();
        return part;
    }

    @Override
    public void close() {
        List<List<Part>> layers;
        synchronized (running) {
            closed = true;
            layers = List.copyOf(running.values());
            running.clear();
        }
        layers.forEach(Parts::stopSideBySide);
    }

    private static void stopSideBySide(List<Part> parts) {
        List<Thread> stopping = parts.stream()
                .map(part -> Thread.ofPlatform().daemon().name("stop " + part.name()).start(part::stop))
                .toList();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
