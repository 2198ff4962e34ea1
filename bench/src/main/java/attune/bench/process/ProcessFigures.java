package attune.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux tells about a process in {@code /proc}. */
final class ProcessFigures {

    /** Linux has shown times in hundredths of a second for decades, whatever the kernel's own clock. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private ProcessFigures() {}

    /** Processor time a process has used so far, of all its threads, to a hundredth of a second. */
    static Duration cpu(long pid) throws IOException {
        return cpu(Files.readString(Path.of("/proc/" + pid + "/stat")));
    }

    static Duration cpu(String stat) {
        // The name in parentheses may hold blanks and parentheses itself; what counts follows the last of them.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofNanos((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK);
    }

    /** Memory of a process that is in RAM, in KiB. */
    static long residentKib(long pid) throws IOException {
        return residentKib(Files.readString(Path.of("/proc/" + pid + "/status")));
    }

    static long residentKib(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
