package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What stands in {@code docker-compose.yml}, as far as a machine without containers can use it. */
final class ComposeFile {

    private static final Pattern VARIABLE = Pattern
            .compile("\\$(?:\\$|\\{(?<name>\\w+)(?:(?<kind>:[?-])(?<text>[^}]*))?\\})");

    private final Map<String, Service> services;

    private ComposeFile(Map<String, Service> services) {
        this.services = services;
    }

    /**
     * One service of the file.
     *
     * @param builtFrom the argument {@code SERVICE} of its build, if we build its image
     * @param environment with all variables filled in
     * @param healthCheck the command inside the container, without {@code CMD}; empty if there is none
     * @param settings all that stands there, as it stands there
     */
    record Service(String name, Optional<String> builtFrom, Map<String, String> environment, List<String> healthCheck,
            Map<String, Object> settings) {}

    /** Reads the file, filling in the variables as Compose does: one that is missing is an error with its own words. */
    static ComposeFile read(Path file, Map<String, String> variables) {
        try {
            Map<String, Object> document = new Yaml().load(Files.readString(file));
            Map<String, Service> services = new LinkedHashMap<>();
            map(document.get("services"))
                    .forEach((name, settings) -> services.put(name, service(name, map(settings), variables)));
            return new ComposeFile(services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Service service(String name, Map<String, Object> settings, Map<String, String> variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(settings.get("environment"))
                .forEach((key, value) -> environment.put(key, filled(String.valueOf(value), variables)));
        Object builtFrom = map(map(settings.get("build")).get("args")).get("SERVICE");
        List<String> check = list(map(settings.get("healthcheck")).get("test")).stream()
                .filter(word -> !"CMD".equals(word))
                .map(word -> filled(word, variables))
                .toList();
        return new Service(name, Optional.ofNullable(builtFrom).map(String::valueOf), environment, check, settings);
    }

    /** Fills in {@code ${NAME}}, {@code ${NAME:-otherwise}}, {@code ${NAME:?what is wrong}} and {@code $$}. */
    private static String filled(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(valueOf((Matcher) match, variables)));
    }

    private static String valueOf(Matcher match, Map<String, String> variables) {
        String name = match.group("name");
        if (name == null) {
            return "$";
        }
        String value = variables.getOrDefault(name, "");
        if (!value.isEmpty() || match.group("kind") == null) {
            return value;
        }
        if (":?".equals(match.group("kind"))) {
            throw new IllegalStateException(name + ": " + match.group("text"));
        }
        return match.group("text");
    }

    /** All services, in the order of the file. */
    List<Service> services() {
        return List.copyOf(services.values());
    }

    /** Those whose images we build. */
    List<Service> ours() {
        return services.values().stream().filter(service -> service.builtFrom().isPresent()).toList();
    }

    /** The names of the variables that the file asks for. */
    static List<String> variablesOf(Path file) {
        try {
            return VARIABLE.matcher(Files.readString(file)).results()
                    .map(match -> match.group(1))
                    .filter(name -> name != null)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // keys of YAML maps are strings in this file
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    static List<String> list(@Nullable Object value) {
        return value == null ? List.of() : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
