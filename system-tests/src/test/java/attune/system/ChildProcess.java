package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * A program that runs as a process of its own, to be ended, killed and started again as often as a test likes. All that
 * it prints in all its lives goes to one file. Ends with this Java at the latest. Used by one thread at a time.
 */
final class ChildProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(40);
    private static final int LAST_WORDS = 4_000;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end-child-processes"));
    }

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path folder;
    private final Path output;
    private @Nullable Process process;
    private long printedBefore;

    /**
     * A program that does not run yet.
     *
     * @param environment the whole of its environment: nothing of ours is passed on
     * @param folder where it runs and where its output goes, as {@code name.log}
     */
    ChildProcess(String name, List<String> command, Map<String, String> environment, Path folder) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.output = folder.resolve(name + ".log");
    }

    String name() {
        return name;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Starts it and does not wait. */
    ChildProcess start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            printedBefore = Files.exists(output) ? Files.size(output) : 0;
            Process started = builder.start();
            process = started;
            RUNNING.add(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return Objects.requireNonNull(process, "It was never started").pid();
    }

    /** Waits until this life of it has printed a line that begins so, and gives the rest of the line. */
    String awaitLine(String prefix) {
        await(name + " prints " + prefix).atMost(TO_START).until(() -> line(prefix).isPresent() || !isAlive());
        return line(prefix).orElseThrow(() -> new AssertionError(name + " ended too soon.\n" + lastWords()));
    }

    private Optional<String> line(String prefix) {
        return outputOfThisLife().lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** As {@code kill -9}. */
    void kill() {
        Process running = Objects.requireNonNull(process, "It was never started");
        running.destroyForcibly();
        awaitEnd(running);
    }

    /** As {@code kill -STOP}: it stands still as it is, as in a long pause of its machine. */
    void freeze() {
        signal("STOP");
    }

    /** As {@code kill -CONT}: it goes on as if nothing had been. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).inheritIO().start().waitFor();
            if (status != 0) {
                throw new AssertionError(this.name + " took no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while " + this.name + " was to get a signal", e);
        }
    }

    /** As {@code kill}: it may finish what it does. Gives the status that it ends with. */
    int end() {
        Process running = Objects.requireNonNull(process, "It was never started");
        running.destroy();
        awaitEnd(running);
        return running.exitValue();
    }

    private void awaitEnd(Process running) {
        try {
            if (!running.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(name + " did not end.\n" + lastWords());
            }
            RUNNING.remove(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the end of " + name, e);
        }
    }

    /** All that it has printed in all its lives. */
    String output() {
        return printed(0);
    }

    private String outputOfThisLife() {
        return printed(printedBefore);
    }

    private String printed(long from) {
        try {
            byte[] all = Files.readAllBytes(output);
            int start = (int) Math.min(from, all.length);
            return new String(all, start, all.length - start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of what it has printed in this life. */
    String lastWords() {
        String said = outputOfThisLife();
        return said.substring(Math.max(0, said.length() - LAST_WORDS));
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
