package attune.eventlog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A real process of this class path, to be killed. It says {@code READY something} when it is up. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ChildProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    static ChildProcess start(Class<?> main, List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("READY")) {
                    ready.complete(line.substring("READY".length()).trim());
                } else if (said.length() < 20_000) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.completeExceptionally(new IllegalStateException("It ended before it was ready:\n" + said));
    }

    /** Waits until it is ready and gives what it said. */
    String awaitReady() {
        return ready.orTimeout(90, TimeUnit.SECONDS).join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
