package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import attune.embedded.EmbeddedIdentity;

import static org.awaitility.Awaitility.await;

/** Two instances of the notification service with a broker and a database, each a process that can be killed. */
final class TwoInstances implements AutoCloseable {

    private static final List<String> INSTANCES = List.of("notification-1", "notification-2");
    private static final Duration LONG = Duration.ofMinutes(2);
    /** So that what failed comes again while the test looks on. */
    private static final String HURRY = """
            {"attune.notification.webhook.timeout":"2s",
             "attune.notification.delivery.retry-first":"200ms",
             "attune.notification.delivery.retry-longest":"1s",
             "attune.notification.providers.smtp.rest":"500ms",
             "attune.notification.providers.web-push.rest":"500ms",
             "attune.notification.providers.apns.rest":"500ms",
             "attune.notification.providers.fcm.rest":"500ms",
             "attune.notification.providers.webhook.rest":"500ms"}""";

    private final Loopback ports = new Loopback(ComposeFile.read(House.COMPOSE_FILE, House.secrets()));
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();
    private final EmbeddedIdentity identity;

    private TwoInstances(EmbeddedIdentity identity) {
        this.identity = identity;
    }

    /** Starts all four and waits until the broker and the database serve. */
    static TwoInstances start(Path folder, EmbeddedIdentity identity, Providers providers) {
        TwoInstances started = new TwoInstances(identity);
        started.declare(folder, providers);
        try {
            started.names().forEach(started::restart);
            return started;
        } catch (RuntimeException | AssertionError e) {
            started.close();
            throw e;
        }
    }

    private void declare(Path folder, Providers providers) {
        add(Parts.broker(folder, ports.port(House.BROKER, 9092)));
        add(Parts.database(folder, ports.port(House.DATABASE, 27017)));
        Map<String, String> environment = new HashMap<>(providers.environment());
        environment.putAll(Map.of("ATTUNE_KAFKA", brokers(), "ATTUNE_MONGODB", "mongodb://"
                + ports.address(House.DATABASE, 27017) + "/notification-service", "ATTUNE_ISSUER", identity.issuer(),
                "ATTUNE_JWKS", identity.jwksUri(), "JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -Xmx256m",
                "SPRING_APPLICATION_JSON", HURRY));
        INSTANCES.forEach(name -> {
            Map<String, String> own = new HashMap<>(environment);
            own.put("SERVER_PORT", Integer.toString(ports.port(name, 8083)));
            own.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.port(name, 8183)));
            add(Parts.service(name, "notification-service", folder, own));
        });
    }

    private void add(ChildProcess process) {
        processes.put(process.name(), process);
    }

    /** Who can be killed. */
    List<String> names() {
        return List.copyOf(processes.keySet());
    }

    String brokers() {
        return ports.address(House.BROKER, 9092);
    }

    void kill(String name) {
        process(name).kill();
    }

    /** Starts one that does not run. What the instances run on is awaited; they themselves come when they can. */
    void restart(String name) {
        process(name).start();
        if (!INSTANCES.contains(name)) {
            process(name).awaitLine("READY ");
        }
    }

    private ChildProcess process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    void awaitReady() {
        for (String instance : INSTANCES) {
            await(instance + " is ready").atMost(LONG).until(() -> {
                if (!process(instance).isAlive()) {
                    throw new AssertionError("An instance ended.\n" + process(instance).lastWords());
                }
                return isReady(instance);
            });
        }
    }

    private boolean isReady(String instance) {
        try {
            return Web.get(URI.create("http://" + ports.address(instance, 8183) + "/actuator/health/readiness"), null)
                    .status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /** An address at the first instance. */
    URI api(String path) {
        return api(INSTANCES.getFirst(), path);
    }

    private URI api(String instance, String path) {
        return URI.create("http://" + ports.address(instance, 8083) + path);
    }

    String tokenOf(String person) {
        return House.tokenOf(person, identity.issuer());
    }

    /** By how much the books do not add up, as each instance sees it. */
    List<Long> differences() {
        String operator = tokenOf("ops-1");
        return INSTANCES.stream().map(instance -> difference(instance, operator)).toList();
    }

    private long difference(String instance, String operator) {
        try {
            return Web.get(api(instance, "/api/v1/deliveries/ledger"), operator).expecting(200).json()
                    .path("difference").asLong(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List.copyOf(processes.values()).reversed().forEach(ChildProcess::close);
    }
}
