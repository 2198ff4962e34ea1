package attune.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The machine a run takes place on: what it is, what runs on it, how busy it is. */
public final class Machine {

    private Machine() {}

    /** The load average of the last minute. */
    public static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new IllegalStateException("The load average cannot be read: the bench needs Linux", e);
        }
    }

    /**
     * Waits until the load average has fallen below a bound, for our own last run is in it too.
     *
     * @return the load average at the end of the wait
     */
    public static double awaitLoadBelow(double bound, Duration budget) {
        long end = System.nanoTime() + budget.toNanos();
        while (load() >= bound && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        return load();
    }

    /** What a reader has to know to compare this run with another: machine and versions. */
    public static Map<String, String> description() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", firstValue("/proc/cpuinfo", "model name"));
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", firstValue("/proc/meminfo", "MemTotal"));
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        facts.put("server flags", String.join(" ", Java.SERVER_FLAGS));
        facts.put("kafka-clients", versionOf(org.apache.kafka.clients.producer.KafkaProducer.class));
        facts.put("reactor-netty", versionOf(reactor.netty.http.server.HttpServer.class));
        facts.put("spring-webflux", versionOf(org.springframework.web.reactive.function.server.RouterFunctions.class));
        return facts;
    }

    private static String firstValue(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String versionOf(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source == null ? "unknown" : Path.of(source.getLocation().getPath()).getFileName().toString();
    }
}
