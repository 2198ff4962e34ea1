package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import attune.bench.contest.Contest;
import attune.bench.peers.Broker;
import attune.bench.process.ChildProcess;
import attune.bench.process.Java;
import attune.bench.process.Workspace;

/**
 * Where one scenario works: it hands out processes and folders, and clears them away at the end.
 */
public final class Lab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARTITIONS = "12";

    private final Settings settings;
    private final Contest contest;
    private final Workspace workspace;
    private final Deque<ChildProcess> children = new ArrayDeque<>();

    /**
     * What can be chosen on the command line.
     *
     * @param project the folder with the built modules
     * @param connections how many connections a ceiling is taken with
     * @param seed what all that is random comes from
     */
    public record Settings(Path project, int connections, long seed) {}

    public Lab(Settings settings, Contest contest, Workspace workspace) {
        this.settings = settings;
        this.contest = contest;
        this.workspace = workspace;
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

    /** Stops one before the scenario ends. */
    void stop(ChildProcess child) {
        children.remove(child);
        child.close();
    }

    /** Starts a Kafka broker with these topics and says where it listens. */
    String broker(String... topics) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(workspace.folder("kafka"), PARTITIONS));
        arguments.addAll(List.of(topics));
        return start("kafka", Java.main(Broker.class.getName(), List.of("-Xmx1g"), arguments.toArray()), Map.of())
                .awaitLine("ready ", PATIENCE);
    }

    /** Starts one of our own peers and waits until it is ready. */
    Server peer(Class<?> main, Object... arguments) throws IOException {
        ChildProcess child = start(main.getSimpleName(), Java.main(main.getName(), Java.SERVER_FLAGS, arguments),
                Map.of());
        String port = child.awaitLine("ready", PATIENCE);
        return new Server(child,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port.isEmpty() ? 0 : Integer.parseInt(port)));
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
        while (!children.isEmpty()) {
            children.pop().close();
        }
    }

    /** A process that serves at an address. */
    record Server(ChildProcess process, InetSocketAddress address) {}
}
