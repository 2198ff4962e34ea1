package attune.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import attune.embedded.IdentityProcess;
import attune.embedded.KafkaProcess;
import attune.embedded.MailProcess;
import attune.embedded.MongoProcess;
import attune.events.Log;

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

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** The containers do without it: it only makes a start on a small machine quicker, and the code slower. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Those before them belong to the play-through. */
    private static final int FIRST_NEWCOMER = 11;

    private final AtomicInteger newcomers = new AtomicInteger(FIRST_NEWCOMER);
    private final Path folder;
    private final ComposeFile compose;
    private final Loopback loopback;
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();

    private House(Path folder) {
        this.folder = folder;
        this.compose = ComposeFile.read(COMPOSE_FILE, secrets());
        this.loopback = new Loopback(compose);
        declare();
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
        House house = new House(folder);
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

    private void declare() {
        // The topics are made here, because the services ask for three copies and there is one broker.
        embedded(BROKER, KafkaProcess.class, 9092, "--partitions=12",
                "--topics=" + java.util.Arrays.stream(Log.values())
                        .map(Log::topic).collect(Collectors.joining(",")));
        embedded(DATABASE, MongoProcess.class, 27017);
        embedded(SIGN_IN, IdentityProcess.class, 8090);
        embedded(MAIL, MailProcess.class, 1025, "--page-port=" + loopback.port(MAIL, 8025));
        compose.ours().forEach(service -> add(service.name(),
                List.of(JAVA, QUICK_START, "-jar", jar(service).toString()), loopback.environment(service)));
    }

    private void embedded(String name, Class<?> main, int port, String... more) {
        List<String> command = new ArrayList<>(List.of(JAVA, QUICK_START, "-XX:+UseSerialGC", "-Xmx320m",
                "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), main.getName(),
                "--folder=" + folder.resolve(name), "--port=" + loopback.port(name, port)));
        command.addAll(List.of(more));
        add(name, command, Map.of());
    }

    private void add(String name, List<String> command, Map<String, String> environment) {
        processes.put(name, new ChildProcess(name, command, environment, folder));
    }

    private static Path jar(ComposeFile.Service service) {
        String name = service.builtFrom().orElseThrow();
        Path jar = PROJECT.resolve(name).resolve("target").resolve(name + "-0.1.0-exec.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn verify from the project folder");
        }
        return jar;
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
        try {
            return Web.post(URI.create(issuer() + "/token"), "application/x-www-form-urlencoded",
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
