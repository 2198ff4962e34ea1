package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import static org.awaitility.Awaitility.await;

/**
 * The system of the compose file on loopback addresses: its four services from their built jars with the environment
 * written there, and a broker, a database, a sign-in and a mail catcher in four more processes.
 */
final class House implements AutoCloseable {

    static final String BROKER = "kafka";
    static final String DATABASE = "mongodb";
    static final String SIGN_IN = "keycloak";
    static final String MAIL = "mailpit";
    static final Duration LONG = Duration.ofMinutes(3);

    static final Path PROJECT = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..")
            .normalize();
    static final Path COMPOSE_FILE = PROJECT.resolve("docker-compose.yml");

    /** Those before them belong to the play-through. */
    private static final int FIRST_NEWCOMER = 11;

    private final AtomicInteger newcomers = new AtomicInteger(FIRST_NEWCOMER);
    private final Path folder;
    private final ComposeFile compose;
    private final Loopback loopback;
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();

    private House(Path folder, Map<String, Map<String, String>> more) {
        this.folder = folder;
        this.compose = ComposeFile.read(COMPOSE_FILE, secrets());
        this.loopback = new Loopback(compose);
        declare(more);
    }

    /** Secrets as {@code ops/make-env} would write them. */
    static Map<String, String> secrets() {
        return ComposeFile.variablesOf(COMPOSE_FILE).stream()
                .collect(Collectors.toMap(name -> name, House::secret));
    }

    /** Of the shape that {@code ops/make-env} gives them. */
    private static String secret(String name) {
        return "%064x".formatted(new BigInteger(1, name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Starts all processes and waits until the services are ready. */
    static House start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * Starts all processes and waits until the services are ready.
     *
     * @param more what the environment of a service is to hold on top of the compose file, by the service
     */
    static House start(Path folder, Map<String, Map<String, String>> more) {
        House house = new House(folder, more);
        try {
            List.of(BROKER, DATABASE, SIGN_IN, MAIL).forEach(name -> house.process(name).start());
            List.of(BROKER, DATABASE, SIGN_IN, MAIL).forEach(house::awaitReady);
            house.services().forEach(name -> house.process(name).start());
            house.services().forEach(house::awaitReady);
            return house;
        } catch (RuntimeException | AssertionError e) {
            house.close();
            throw e;
        }
    }

    private void declare(Map<String, Map<String, String>> more) {
        add(Parts.broker(folder, loopback.port(BROKER, 9092)));
        add(Parts.database(folder, loopback.port(DATABASE, 27017)));
        add(Parts.signIn(folder, loopback.port(SIGN_IN, 8090)));
        add(Parts.mail(folder, loopback.port(MAIL, 1025), loopback.port(MAIL, 8025)));
        compose.ours().forEach(service -> {
            Map<String, String> environment = new HashMap<>(loopback.environment(service));
            environment.putAll(more.getOrDefault(service.name(), Map.of()));
            add(Parts.service(service.name(), service.builtFrom().orElseThrow(), folder, environment));
        });
    }

    private void add(ChildProcess process) {
        processes.put(process.name(), process);
    }

    /** The name of a client who was not handed out before. */
    String newcomer() {
        return "client-" + newcomers.getAndIncrement();
    }

    ComposeFile compose() {
        return compose;
    }

    /** The names of our services, as in the compose file. */
    List<String> services() {
        return compose.ours().stream().map(ComposeFile.Service::name).toList();
    }

    ChildProcess process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    /** All processes: what the system runs on first. */
    List<ChildProcess> all() {
        return List.copyOf(processes.values());
    }

    /** Waits until a process serves. */
    void awaitReady(String name) {
        if (!services().contains(name)) {
            process(name).awaitLine("READY ");
            return;
        }
        await(name + " is ready").atMost(LONG).until(() -> {
            if (!process(name).isAlive()) {
                throw new AssertionError(name + " ended too soon.\n" + process(name).lastWords());
            }
            return isReady(name);
        });
    }

    boolean isReady(String service) {
        try {
            return Web.get(management(service, "/actuator/health/readiness"), null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** An address at the gateway. */
    URI gateway(String path) {
        return service("gateway", path);
    }

    /** An address at a service itself, past the gateway. */
    URI service(String name, String path) {
        return URI.create("http://127.0.0.1:" + process(name).environment().get("SERVER_PORT") + path);
    }

    URI management(String name, String path) {
        return URI.create("http://127.0.0.1:" + process(name).environment().get("MANAGEMENT_SERVER_PORT") + path);
    }

    String issuer() {
        return loopback.issuer();
    }

    String brokers() {
        return loopback.address(BROKER, 9092);
    }

    String databaseAddress() {
        return "mongodb://" + loopback.address(DATABASE, 27017) + "/";
    }

    URI mails() {
        return URI.create("http://" + loopback.address(MAIL, 8025) + "/messages?limit=10000");
    }

    /** Where a process keeps its data. */
    Path dataOf(String name) {
        return folder.resolve(name);
    }

    /** The bearer token of a demo person. */
    String tokenOf(String person) {
        return tokenOf(person, issuer());
    }

    /** The bearer token that an embedded sign-in gives to a demo person. */
    static String tokenOf(String person, String issuer) {
        try {
            return Web.post(URI.create(issuer + "/token"), "application/x-www-form-urlencoded",
                    "grant_type=password&username=" + person).expecting(200).json().path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all processes, services first. */
    @Override
    public void close() {
        List<ChildProcess> all = new ArrayList<>(processes.values());
        java.util.Collections.reverse(all);
        all.forEach(ChildProcess::close);
    }
}
