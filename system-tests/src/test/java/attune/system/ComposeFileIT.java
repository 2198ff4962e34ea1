package attune.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.embedded.DemoPeople;

import static attune.system.House.COMPOSE_FILE;
import static attune.system.House.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What {@code docker-compose.yml} and the files beside it promise, as far as it can be seen without containers. */
class ComposeFileIT {

    private final ComposeFile compose = ComposeFile.read(COMPOSE_FILE, House.secrets());

    @Test
    void startsNothingWithoutSecrets() {
        assertThatThrownBy(() -> ComposeFile.read(COMPOSE_FILE, Map.of())).hasMessageContaining("ops/make-env");
    }

    @Test
    void getsAllItsSecretsFromOneScript(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("env");

        assertThat(run(folder, PROJECT.resolve("ops/make-env").toString(), file.toString())).isZero();

        Map<String, String> written = new TreeMap<>();
        Files.readAllLines(file).forEach(line -> written.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(ComposeFile.variablesOf(COMPOSE_FILE));
        assertThat(written.values()).doesNotHaveDuplicates().allMatch(value -> value.matches("[0-9a-f]{64}"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(run(folder, PROJECT.resolve("ops/make-env").toString(), file.toString()))
                .as("it never overwrites").isEqualTo(1);
    }

    @Test
    void publishesOnThisMachineOnly() {
        List<String> ports = compose.services().stream()
                .flatMap(service -> ComposeFile.list(service.settings().get("ports")).stream()).toList();

        assertThat(ports).hasSize(4).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void boundsEveryContainer() {
        assertThat(compose.services()).allSatisfy(service -> {
            Map<String, Object> limits = ComposeFile.map(ComposeFile.map(ComposeFile
                    .map(service.settings().get("deploy")).get("resources")).get("limits"));
            assertThat(limits).as(service.name()).containsKeys("cpus", "memory", "pids");
            assertThat(ComposeFile.list(service.settings().get("cap_drop"))).as(service.name()).contains("ALL");
            assertThat(ComposeFile.list(service.settings().get("security_opt"))).as(service.name())
                    .contains("no-new-privileges:true");
        });
        assertThat(compose.services()).filteredOn(service -> !service.name().equals("mongodb-setup"))
                .allSatisfy(service -> assertThat(service.healthCheck()).as(service.name()).isNotEmpty());
    }

    @Test
    void runsOurServicesFromImagesThatCannotBeWritten() throws IOException {
        assertThat(compose.ours()).hasSize(4).allSatisfy(service -> {
            assertThat(service.settings().get("read_only")).isEqualTo(true);
            assertThat(service.environment().get("JAVA_TOOL_OPTIONS")).contains("-Xmx");
        });
        assertThat(Files.readString(PROJECT.resolve("ops/docker/Dockerfile"))).contains("\nUSER 10001\n");
    }

    @Test
    void keepsTheLogsOnTwoBrokersAtLeast() {
        List<ComposeFile.Service> brokers = compose.services().stream()
                .filter(service -> service.name().startsWith("kafka-")).toList();

        assertThat(brokers).hasSize(3).allSatisfy(broker -> assertThat(broker.environment())
                .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2").containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
                .containsEntry("KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE", "false")
                .containsEntry("KAFKA_LOG_RETENTION_MS", "-1"));
        assertThat(compose.ours()).filteredOn(service -> !service.name().equals("gateway"))
                .allSatisfy(service -> assertThat(service.environment()).containsEntry("ATTUNE_LOG_REPLICAS", "3"));
    }

    @Test
    void signsInTheSamePeopleAsOneMachine() throws IOException {
        JsonNode realm = new JsonMapper().readTree(Files.readString(PROJECT.resolve("ops/keycloak/attune-realm.json")));

        Map<String, String> roles = new TreeMap<>();
        for (JsonNode user : realm.path("users")) {
            // The id becomes the subject of the tokens.
            assertThat(user.path("id").asString()).isEqualTo(user.path("username").asString());
            assertThat(user.path("credentials").path(0).path("value").asString()).isEqualTo("${ATTUNE_DEMO_PASSWORD}");
            roles.put(user.path("id").asString(), user.path("realmRoles").path(0).asString());
        }

        Map<String, String> expected = new TreeMap<>();
        DemoPeople.all().forEach(person -> expected.put(person.id(), person.role().claim()));
        assertThat(roles).isEqualTo(expected);
    }

    @Test
    void copiesTheLayersThatTheJarsHave(@TempDir Path folder) throws Exception {
        Path jar = PROJECT.resolve("notification-service/target/notification-service-0.1.0-exec.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        int status = run(folder, java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--layers",
                "--destination", "extracted");

        assertThat(status).isZero();
        List<String> copied = new ArrayList<>();
        Pattern.compile("(?m)^COPY --from=layers /layers/extracted/(\\S+)/ \\./$")
                .matcher(Files.readString(PROJECT.resolve("ops/docker/Dockerfile"))).results()
                .forEach(line -> copied.add(line.group(1)));
        try (var layers = Files.list(folder.resolve("extracted"))) {
            assertThat(layers.map(layer -> layer.getFileName().toString())).containsExactlyInAnyOrderElementsOf(copied);
        }
        assertThat(folder.resolve("extracted/application/application.jar")).doesNotExist();
    }

    private static int run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
