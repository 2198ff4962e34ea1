package attune.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a process was told: {@code --folder=data/kafka --port=9092}, or the same by environment
 * ({@code ATTUNE_FOLDER}, {@code ATTUNE_PORT}). The command line wins.
 */
final class ProcessArguments {

    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads the arguments.
     *
     * @param known the names that this process understands; another one is a mistake worth stopping for
     */
    ProcessArguments(String[] arguments, Map<String, String> environment, Set<String> known) {
        for (String name : known) {
            Optional.ofNullable(environment.get("ATTUNE_" + name.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .ifPresent(value -> values.put(name, value));
        }
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !parts[0].startsWith("--") || !known.contains(parts[0].substring(2))) {
                throw new EmbeddedException.Failed(
                        "The argument %s is not understood; there are %s, each as --name=value."
                                .formatted(argument, String.join(", ", known.stream().sorted().toList())),
                        null);
            }
            values.put(parts[0].substring(2), parts[1]);
        }
    }

    Path folder() {
        String folder = values.get("folder");
        if (folder == null) {
            throw new EmbeddedException.Failed("The folder for the data is missing: say --folder=PATH.", null);
        }
        return Path.of(folder);
    }

    /** A port, or 0 if nothing was said. */
    int port(String name) {
        int port = number(name, 0);
        if (port > 65_535) {
            throw new EmbeddedException.Failed("The %s has to be from 0 (any free port) to 65535.".formatted(name),
                    null);
        }
        return port;
    }

    /** A whole number, not negative. */
    int number(String name, int otherwise) {
        String value = values.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,9}")) {
            throw new EmbeddedException.Failed("The %s has to be a whole number.".formatted(name), null);
        }
        return Integer.parseInt(value);
    }

    boolean isTrue(String name) {
        return Boolean.parseBoolean(values.getOrDefault(name, "false"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
