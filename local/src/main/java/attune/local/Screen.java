package attune.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the keyboard sees while Attune starts, runs and stops. Safe for use by several threads. */
final class Screen {

    private final PrintStream out;
    private final long startedNanos;

    /**
     * A screen.
     *
     * @param startedNanos when the start began, by {@link System#nanoTime}
     */
    Screen(PrintStream out, long startedNanos) {
        this.out = out;
        this.startedNanos = startedNanos;
    }

    /** One part is up (or down): a line with the time since the start. */
    void step(String part, String where) {
        say(String.format(Locale.ROOT, "  %5.1f s  %-22s %s", seconds(), part, where).stripTrailing());
    }

    /** A line of its own. */
    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /** Seconds since the start. */
    double seconds() {
        return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1_000.0;
    }
}
