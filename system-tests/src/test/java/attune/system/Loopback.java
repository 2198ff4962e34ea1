package attune.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the containers of the compose file live on one machine: each pair of host and port is a port of the loopback
 * address. Everything else in the environment of a service stays as it is written, except that the embedded database
 * knows neither accounts nor replica sets and the embedded sign-in has shorter paths than Keycloak.
 */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private static final Pattern DATABASE = Pattern.compile("mongodb://(?:[^@/]*@)?([^/]+)/([\\w-]+)(?:\\?.*)?");
    private static final Pattern REALM = Pattern.compile("http://(?:localhost|keycloak):\\d+/realms/attune");
    private static final String KEYS = "/protocol/openid-connect/certs";
    /** Below the ports that the system gives to outgoing connections, so that nobody takes one while its owner is down. */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final ComposeFile compose;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    Loopback(ComposeFile compose) {
        this.compose = compose;
    }

    /** The port here that stands for a port of a container; brokers share one. */
    int port(String container, int port) {
        String host = container.startsWith("kafka-") ? "kafka" : container;
        return ports.computeIfAbsent(host + ":" + port, _ -> free());
    }

    String address(String container, int port) {
        return HOST + ":" + port(container, port);
    }

    /** The issuer of the embedded sign-in. */
    String issuer() {
        return "http://localhost:" + port("keycloak", 8090) + "/attune";
    }

    /** The environment of a service as the compose file gives it, with loopback addresses for names of containers. */
    Map<String, String> environment(ComposeFile.Service service) {
        Map<String, String> environment = new LinkedHashMap<>();
        service.environment().forEach((name, value) -> environment.put(name, here(service, name, value)));
        environment.forEach(this::checkThatNoContainerIsNamed);
        return environment;
    }

    private String here(ComposeFile.Service service, String name, String value) {
        return switch (name) {
            case "SERVER_PORT", "MANAGEMENT_SERVER_PORT" ->
                Integer.toString(port(service.name(), Integer.parseInt(value)));
            case "SERVER_ADDRESS", "MANAGEMENT_SERVER_ADDRESS" -> HOST;
            case "ATTUNE_SMTP_HOST" -> HOST;
            case "ATTUNE_SMTP_PORT" -> Integer.toString(
                    port(service.environment().getOrDefault("ATTUNE_SMTP_HOST", ""), Integer.parseInt(value)));
            case "ATTUNE_ISSUER", "ATTUNE_JWKS" ->
                REALM.matcher(value).replaceFirst(issuer()).replace(KEYS, "/jwks");
            case "ATTUNE_MONGODB" -> hosts(DATABASE.matcher(value).replaceFirst("mongodb://$1/$2"));
            default -> hosts(value);
        };
    }

    private String hosts(String value) {
        return containerAndPort().matcher(value).replaceAll(match -> Matcher
                .quoteReplacement(address(match.group(1), Integer.parseInt(match.group(2)))));
    }

    private Pattern containerAndPort() {
        return Pattern.compile("\\b(" + names() + "):(\\d+)\\b");
    }

    private String names() {
        List<String> names = compose.services().stream().map(ComposeFile.Service::name).map(Pattern::quote).toList();
        return String.join("|", names);
    }

    private void checkThatNoContainerIsNamed(String name, String value) {
        if (Pattern.compile("(?:^|//|@|,)(?:" + names() + ")(?::\\d|[/,]|$)").matcher(value).find()) {
            throw new IllegalStateException(name + " still names a container: " + value);
        }
    }

    private static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // Somebody has it; the next one may be free.
            }
        }
    }
}
