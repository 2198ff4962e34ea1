package attune.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of our mains in a process of its own, to be stopped or killed. */
final class OwnProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final String address;

    private OwnProcess(Process process, BufferedReader output, String address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    static OwnProcess start(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output = process.inputReader();
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("READY ")) {
                    return new OwnProcess(process, output, line.substring("READY ".length()));
                }
                said.append(line).append('\n');
            }
            throw new AssertionError(main.getSimpleName() + " did not get ready:\n" + said);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What it said behind READY. */
    String address() {
        return address;
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill}: the status that the process ended with. */
    int terminate() {
        process.destroy();
        return awaitEnd();
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The process did not end");
            }
            output.close();
            return process.exitValue();
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
