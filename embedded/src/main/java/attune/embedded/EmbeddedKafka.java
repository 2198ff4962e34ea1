package attune.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka itself, one node that is broker and controller at once, inside this process and on the loopback address.
 *
 * <p>
 * What was acknowledged is there again after a stop or a {@code kill -9} on the same folder. A power cut may take the
 * last moments, because Kafka acknowledges before the disk does, unless {@link Settings#flushingEachMessage()} says
 * otherwise. Safe for use by several threads.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final String WHO = "The embedded Kafka broker";
    private static final Duration STOP_BUDGET = Duration.ofSeconds(10);
    /** Somebody may take a free port between our look and the broker's bind. */
    private static final int TRIES_FOR_A_FREE_PORT = 5;

    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(DataFolder folder, KafkaRaftServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * How to start the broker.
     *
     * @param folder where it keeps its data; made if missing
     * @param port where it listens, 1 to 65535, or 0 for any free port
     * @param flushEachMessage whether each message is on the disk before it is acknowledged
     */
    public record Settings(Path folder, int port, boolean flushEachMessage) {

        public static Settings in(Path folder) {
            return new Settings(folder, 0, false);
        }

        public Settings onPort(int newPort) {
            return new Settings(folder, newPort, flushEachMessage);
        }

        /** For real people's data: slower, but a power cut takes nothing that was acknowledged. */
        public Settings flushingEachMessage() {
            return new Settings(folder, port, true);
        }
    }

    /**
     * Starts the broker and waits until it takes clients.
     *
     * @throws EmbeddedException if the port or the folder cannot be had, or the broker does not start
     */
    public static EmbeddedKafka start(Settings settings) {
        BrokerFaults.install();
        Loopback.requireFree(WHO, settings.port());
        DataFolder folder = DataFolder.open(settings.folder());
        try {
            format(folder);
            return startOn(folder, settings);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedKafka startOn(DataFolder folder, Settings settings) {
        for (int tries = 1;; tries++) {
            int port = settings.port() == 0 ? Loopback.freePort() : settings.port();
            try {
                return new EmbeddedKafka(folder,
                        startServer(folder, port, Loopback.freePort(), settings.flushEachMessage()), port);
            } catch (EmbeddedException.PortInUse e) {
                if (e.port() == settings.port() || tries == TRIES_FOR_A_FREE_PORT) {
                    throw e;
                }
            }
        }
    }

    static KafkaRaftServer startServer(DataFolder folder, int port, int controllerPort, boolean flushEachMessage) {
        Properties properties = BrokerSettings.of(folder, port, controllerPort, flushEachMessage);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            BrokerFaults.whileStarting(server::startup);
            return server;
        } catch (RuntimeException e) {
            stopWithin(server, STOP_BUDGET);
            Loopback.requireFree(WHO, port); // the broker itself wraps "port in use" too deeply to be recognised
            Loopback.requireFree(WHO, controllerPort);
            throw new EmbeddedException.Failed(WHO + " did not start; the log above says why.", e);
        }
    }

    static void format(DataFolder folder) {
        Path log = folder.resolve("log");
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(log);
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(BrokerSettings.NODE))
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .run();
        } catch (Exception e) {
            throw new EmbeddedException.FolderUnusable(folder.path(), "the log could not be laid out in it", e);
        }
    }

    /** Where clients reach the broker, as {@code host:port}. */
    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    /** The port the broker listens on. */
    public int port() {
        return port;
    }

    /**
     * Makes the topics that are missing and waits until clients can use them; those that exist stay as they are.
     *
     * @param names the topics
     * @param partitions how many partitions each of them has, at least 1
     * @throws EmbeddedException if a topic exists with another number of partitions, or the broker refuses
     */
    public void createTopics(Collection<String> names, int partitions) {
        new Topics(bootstrapServers()).create(names, partitions);
    }

    /** Stops the broker cleanly; gives up waiting after ten seconds, after which nothing acknowledged is lost either. */
    @Override
    public void close() {
        stopWithin(server, STOP_BUDGET);
        folder.close();
    }

    private static void stopWithin(KafkaRaftServer server, Duration budget) {
        Thread stopping = Thread.ofPlatform().daemon().name("embedded-kafka-stop").start(() -> {
            server.shutdown();
            server.awaitShutdown();
        });
        try {
            if (!stopping.join(budget)) {
                LOG.warn("The embedded Kafka broker did not stop within {} s and is left behind", budget.toSeconds());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
