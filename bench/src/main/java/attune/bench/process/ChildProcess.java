package attune.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** A process that was started here and ends with this object at the latest. What it prints goes to a file. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration STOP_BUDGET = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path output;
    private final long startedNanos;

    private ChildProcess(String name, Process process, Path output, long startedNanos) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.startedNanos = startedNanos;
    }

    /**
     * Starts a process.
     *
     * @param name what it is called in messages and by its output file
     * @param command the command with its arguments
     * @param environment added to the environment of this process
     * @param folder where it runs and where its output goes
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile(folder, name + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new ChildProcess(name, builder.start(), output, now);
    }

    /**
     * Runs a command that ends by itself.
     *
     * @throws IOException when it does not end in time, or not well
     */
    public static void run(String name, List<String> command, Path folder, Duration budget) throws IOException {
        try (ChildProcess child = start(name, command, Map.of(), folder)) {
            child.awaitEnd(budget);
            if (child.process.exitValue() != 0) {
                throw new IOException(name + " ended with " + child.process.exitValue() + child.lastWords());
            }
        }
    }

    public String name() {
        return name;
    }

    /** Processor time that it and the processes it started have used so far, to a hundredth of a second. */
    public Duration cpu() {
        try {
            Duration sum = ProcessFigures.cpu(process.pid());
            for (ProcessHandle child : process.descendants().toList()) {
                sum = sum.plus(ProcessFigures.cpu(child.pid()));
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not there any more", e);
        }
    }

    /** Memory in RAM, in KiB. */
    public long residentKib() {
        try {
            return ProcessFigures.residentKib(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not there any more", e);
        }
    }

    /**
     * Waits for a line the process prints.
     *
     * @param prefix what the line begins with
     * @return the rest of the line
     * @throws IOException when the process ends before, or does not print it in time
     */
    public String awaitLine(String prefix, Duration budget) throws IOException {
        return await("print \"" + prefix + "\"", budget, () -> lineAfter(prefix));
    }

    /**
     * Waits until an address answers 200.
     *
     * @return how long after the start of the process it did
     * @throws IOException when the process ends before, or does not answer in time
     */
    public Duration awaitOk(URI address, Duration budget) throws IOException {
        return await("answer 200 at " + address, budget,
                () -> Web.isOk(address) ? Duration.ofNanos(System.nanoTime() - startedNanos) : null);
    }

    /**
     * Asks the process to end and waits until it has.
     *
     * @throws IOException when it does not end in time
     */
    public void end(Duration budget) throws IOException {
        process.destroy();
        awaitEnd(budget);
    }

    private void awaitEnd(Duration budget) throws IOException {
        try {
            if (!process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("%s did not end within %d s%s".formatted(name, budget.toSeconds(), lastWords()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + name, e);
        }
    }

    /** Everything the process has printed so far. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Asks the process to end; when it does not within 15 seconds, ends it. The processes it started end with it. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_BUDGET.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private <T> T await(String fact, Duration budget, Check<T> check) throws IOException {
        long end = System.nanoTime() + budget.toNanos();
        while (System.nanoTime() < end) {
            boolean alive = process.isAlive();
            T found = check.look();
            if (found != null) {
                return found;
            }
            if (!alive) {
                throw new IOException("%s ended with %d before it could %s%s"
                        .formatted(name, process.exitValue(), fact, lastWords()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IOException("%s did not %s within %d s%s".formatted(name, fact, budget.toSeconds(), lastWords()));
    }

    private @Nullable String lineAfter(String prefix) throws IOException {
        return output().lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElse(null);
    }

    private String lastWords() throws IOException {
        List<String> lines = output().lines().toList();
        return "; its last words:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    /** Looks whether something is there yet. */
    @FunctionalInterface
    private interface Check<T> {

        @Nullable
        T look() throws IOException;
    }
}
