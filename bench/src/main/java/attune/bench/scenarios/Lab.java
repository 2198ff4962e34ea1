package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

import attune.bench.contest.Contest;
import attune.bench.process.ChildProcess;
import attune.bench.process.Java;
import attune.bench.process.Workspace;
import attune.embedded.KafkaProcess;
import attune.embedded.MongoProcess;

/**
 * Where one scenario works: it hands out processes and folders, and clears them away at the end.
 */
public final class Lab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARTITIONS = "12";

    private final Settings settings;
    private final Contest contest;
    private final Workspace workspace;
    private final Deque<ChildProcess> children = new ConcurrentLinkedDeque<>();
    private final Thread onExit = Thread.ofPlatform().name("bench-stop").unstarted(this::stopAll);

    /**
     * What can be chosen on the command line.
     *
     * @param project the folder with the built modules
     * @param connections how many connections a ceiling is taken with
     * @param records how many records a log holds that is drained
     * @param seed what all that is random comes from
     */
    public record Settings(Path project, int connections, int records, long seed) {}

    /** A lab of one scenario. Also when this process is told to end in the middle, nothing stays behind. */
    public Lab(Settings settings, Contest contest, Workspace workspace) {
        this.settings = settings;
        this.contest = contest;
        this.workspace = workspace;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    Settings settings() {
        return settings;
    }

    Contest contest() {
        return contest;
    }

    Path folder(String name) throws IOException {
        return workspace.folder(name);
    }

    /** Starts a process that ends with the scenario. */
    ChildProcess start(String name, List<String> command, Map<String, String> environment) throws IOException {
        ChildProcess child = ChildProcess.start(name, command, environment, workspace.folder("run"));
        children.push(child);
        return child;
    }

    /** Runs a command that ends by itself. */
    void runToEnd(String name, List<String> command) throws IOException {
        ChildProcess.run(name, command, workspace.folder("run"), PATIENCE);
    }

    /** Takes a process that was started elsewhere into care. */
    void adopt(ChildProcess child) {
        children.push(child);
    }

    /** Stops one before the scenario ends. */
    void stop(ChildProcess child) {
        children.remove(child);
        child.close();
    }

    /** Starts a Kafka broker with these topics and says where it listens. */
    String broker(String... topics) throws IOException {
        return start("kafka", Java.main(KafkaProcess.class.getName(), List.of("-Xms512m", "-Xmx1g"),
                "--folder=" + folder("kafka"), "--topics=" + String.join(",", topics), "--partitions=" + PARTITIONS),
                Map.of()).awaitLine("READY ", PATIENCE);
    }

    /** Starts a database server and says where it is, ready for a database name to be put behind. */
    String database() throws IOException {
        return start("mongo", Java.main(MongoProcess.class.getName(), List.of("-Xms256m", "-Xmx1g"),
                "--folder=" + folder("mongo")), Map.of()).awaitLine("READY ", PATIENCE);
    }

    /** Starts one of our own peers and waits until it is ready. */
    Server peer(Class<?> main, Object... arguments) throws IOException {
        ChildProcess child = start(main.getSimpleName(), Java.main(main.getName(), Java.SERVER_FLAGS, arguments),
                Map.of());
        String port = child.awaitLine("ready", PATIENCE);
        return new Server(child,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port.isEmpty() ? 0 : Integer.parseInt(port)));
    }

    /** Says at once, before anything is started, when a module is not built. */
    void require(String... modules) throws Scenario.Missing {
        for (String module : modules) {
            jar(module);
        }
    }

    /** The executable jar of a module. */
    Path jar(String module) throws Scenario.Missing {
        Path jar = settings.project()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-0.1.0-exec.jar")
                .toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new Scenario.Missing(jar.getFileName() + " is not built; run mvn package first");
        }
        return jar;
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException _) {
            return; // it runs already
        }
    }

    private void stopAll() {
        for (ChildProcess child = children.poll(); child != null; child = children.poll()) {
            child.close();
        }
    }

    /** A process that serves at an address. */
    record Server(ChildProcess process, InetSocketAddress address) {

        /** The full address of a path. */
        URI at(String path) {
            return URI.create("http://127.0.0.1:" + address.getPort() + path);
        }
    }
}
