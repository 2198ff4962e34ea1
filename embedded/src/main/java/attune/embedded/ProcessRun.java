package attune.embedded;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The life of one of our processes: start, say {@code READY address} on standard output, stay until it is told to stop,
 * stop cleanly. A start that fails says one sentence on standard error and ends with status 1.
 */
final class ProcessRun {

    private ProcessRun() {}

    /**
     * Something that runs.
     *
     * @param address where clients reach it
     * @param stop stops it cleanly
     */
    record Running(String address, AutoCloseable stop) {}

    static void run(String[] arguments, Set<String> known, Function<ProcessArguments, Running> start) {
        try {
            Running running = start.apply(new ProcessArguments(arguments, System.getenv(), known));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "attune-stop"));
            System.out.println("READY " + running.address());
            stayUntilStopped();
        } catch (EmbeddedException e) {
            System.err.println("FAILED " + e.getMessage() + because(e.getCause()));
            System.exit(1);
        }
    }

    /** A process may run without a log; then this is all that anybody sees. */
    private static String because(@Nullable Throwable cause) {
        return cause == null ? "" : " (" + cause + because(cause.getCause()) + ")";
    }

    private static void stop(Running running) {
        try {
            running.stop().close();
        } catch (Exception e) {
            System.err.println("The stop was not clean: " + e);
        }
    }

    /** SIGTERM ends the process through its shutdown hook; nothing ever counts this latch down. */
    private static void stayUntilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
