package attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the Attune of a data folder can be reached. It stands in a file of that folder while it runs; after a
 * {@code kill -9} the file stays until the next start, so nobody may take it for a sign of life.
 *
 * @param gateway address of the front door, without a slash at its end
 * @param issuer the provider that signs its tokens
 * @param faults where the faults of those are switched whom it sends to
 * @param process its process id
 */
public record RunningAttune(String gateway, String issuer, String faults, long process) {

    private static final String FILE = "running.properties";

    /** The one that runs with this environment, or where it would be. */
    public static RunningAttune find(Map<String, String> environment) {
        return in(HomeFolder.chosen(environment)).orElseGet(() -> new RunningAttune(
                "http://localhost:" + port(environment, Door.GATEWAY),
                "http://localhost:" + port(environment, Door.PROVIDER) + "/attune",
                "http://localhost:" + port(environment, Door.FAULTS) + "/faults", 0));
    }

    private static String port(Map<String, String> environment, Door door) {
        String port = environment.getOrDefault(door.variable(), "").strip();
        return port.isEmpty() ? Integer.toString(door.usualPort()) : port;
    }

    /** Reads it from a data folder; empty if none has started there or the last one stopped cleanly. */
    public static Optional<RunningAttune> in(Path folder) {
        Properties said = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            said.load(reader);
            return Optional.of(new RunningAttune(said.getProperty("gateway", ""), said.getProperty("issuer", ""),
                    said.getProperty("faults", ""), Long.parseLong(said.getProperty("process", "0"))));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    void write(HomeFolder folder) {
        try {
            Path draft = folder.resolve(FILE + ".new");
            Files.write(draft, List.of("gateway=" + gateway, "issuer=" + issuer, "faults=" + faults,
                    "process=" + process));
            Files.move(draft, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
