package attune.bench.scenarios;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import attune.bench.load.Ids;
import attune.bench.process.ChildProcess;
import attune.bench.process.Java;
import attune.bench.process.Workspace;
import attune.embedded.EmbeddedIdentity;

/**
 * Attune as it stands on many machines: broker, database and every service a process of its own, from the jars that
 * were built, with the settings that a deployment gives them. The sign-in lives in this process; it is asked for its
 * key once and then left alone.
 */
final class House implements AutoCloseable {

    /** As many people as sign in: enough that no cache of tokens is a single entry, few enough to sign beforehand. */
    static final int PEOPLE = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Lab lab;
    private final String kafka;
    private final String mongo;
    private final EmbeddedIdentity identity;

    private House(Lab lab, String kafka, String mongo, EmbeddedIdentity identity) {
        this.lab = lab;
        this.kafka = kafka;
        this.mongo = mongo;
        this.identity = identity;
    }

    /** Starts what the services stand on, with topics of the benchmark beside the three logs. */
    static House open(Lab lab) throws IOException {
        String kafka = lab.broker("attune.journal", "attune.coaching", "attune.deliveries", "attune.bench.bare",
                "attune.bench.from", "attune.bench.to");
        return new House(lab, kafka, lab.database(), EmbeddedIdentity.start(EmbeddedIdentity.Settings.inMemory()));
    }

    String kafka() {
        return kafka;
    }

    /** The tokens of so many clients, signed now. */
    List<String> tokens(int count) {
        return identity.tokens().of(IntStream.range(0, count).mapToObj(House::person).toList(), LIFETIME);
    }

    /** The id of a client, counted from 0. They are not demo people, so nothing is known of them beforehand. */
    static String person(int number) {
        return "bench-" + number;
    }

    /** Check-ins of all people in turn. */
    CheckIns checkIns() {
        long seed = lab.settings().seed();
        return new CheckIns(new Ids(InstantSource.system(), seed), seed, tokens(PEOPLE));
    }

    /** The same content from nobody, to where nobody need sign in. */
    CheckIns anonymous() {
        long seed = lab.settings().seed();
        return new CheckIns("/api/v1/support/", new Ids(InstantSource.system(), seed), seed, List.of());
    }

    /** Starts a service from its jar and waits until it is ready. */
    Room service(String module) throws IOException, Scenario.Missing {
        return service(module, Map.of());
    }

    /** Starts a service from its jar, with more settings on top, and waits until it is ready. */
    Room service(String module, Map<String, String> more) throws IOException, Scenario.Missing {
        return room(module, Java.jar(lab.jar(module), Java.SERVER_FLAGS), more);
    }

    /** Starts a service by a command and waits until it is ready. */
    Room room(String module, List<String> command, Map<String, String> more) throws IOException {
        int port = Workspace.freePort();
        int management = Workspace.freePort();
        Map<String, String> environment = new HashMap<>(settings(module, port, management));
        environment.putAll(more);
        ChildProcess process = lab.start(module, command, environment);
        Duration took = process.awaitOk(at(management, "/actuator/health/readiness"), PATIENCE);
        return new Room(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), management, took);
    }

    private Map<String, String> settings(String module, int port, int management) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        settings.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,prometheus,folds");
        settings.put("MANAGEMENT_ENDPOINT_FOLDS_ACCESS", "unrestricted");
        settings.put("ATTUNE_KAFKA", kafka);
        settings.put("ATTUNE_MONGODB", mongo + module.replace("-service", ""));
        settings.put("ATTUNE_ISSUER", identity.issuer());
        settings.put("ATTUNE_JWKS", identity.jwksUri());
        return settings;
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        identity.close();
    }

    /**
     * A service that runs.
     *
     * @param management the port of its actuator
     * @param took from the start of the process to ready
     */
    record Room(ChildProcess process, InetSocketAddress address, int management, Duration took) {

        URI at(String path) {
            return House.at(address.getPort(), path);
        }

        URI actuator(String path) {
            return House.at(management, "/actuator/" + path);
        }
    }
}
