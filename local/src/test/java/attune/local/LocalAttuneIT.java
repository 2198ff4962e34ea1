package attune.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import attune.local.api.Api;
import attune.local.api.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs {@code ./attune} as a person would, kills it and starts it again. */
class LocalAttuneIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Path SCRIPT = Path.of("..", "attune").toAbsolutePath().normalize();

    @TempDir
    private Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void doesTheMainJobAndKeepsItOverAKill() throws IOException {
        Process first = up();
        String checkIn = UUID.randomUUID().toString();
        String suggestion;
        try (HttpClient http = Api.client()) {
            Api api = api(http);
            assertThat(api.put("client-5", "/check-ins/" + checkIn, body(api)).status()).isEqualTo(201);
            suggestion = await().atMost(LONG)
                    .until(() -> api.get("client-5", "/suggestions").body().at("/items/0/id").asString(""),
                            id -> !id.isEmpty());
            await().atMost(LONG).until(() -> api.get("client-5", "/notifications").body()
                    .at("/items/0/about/id").asString("").equals(suggestion));
            await().atMost(LONG).until(() -> api.get("coach-1", "/clients/client-5/feed").body().toString()
                    .contains(checkIn));
            assertThat(api.get("coach-2", "/clients/client-5/feed").status()).isEqualTo(404);
        }

        first.destroyForcibly();
        await().atMost(LONG).until(() -> !first.isAlive());
        Process second = up();

        try (HttpClient http = Api.client()) {
            Api api = api(http);
            assertThat(api.get("client-5", "/check-ins/" + checkIn).status()).isEqualTo(200);
            assertThat(api.put("client-5", "/check-ins/" + checkIn, body(api)).status()).isEqualTo(200);
            assertThat(api.get("client-5", "/suggestions").body().at("/items/0/id").asString()).isEqualTo(suggestion);
            assertThat(api.get("client-5", "/notifications").body().path("items").size()).isEqualTo(1);
        }
        saysWhoMaySignIn();
        switchesFaults();
        refusesASecondOneOnTheSameData();

        second.destroy();
        await().atMost(Duration.ofSeconds(10)).until(() -> !second.isAlive());
        assertThat(read("out")).contains("Attune stops.");
    }

    private void saysWhoMaySignIn() throws IOException {
        assertThat(ended(run("token", "token", "client-1"))).isZero();
        assertThat(read("token").strip().split("\\.")).hasSize(3);
        assertThat(ended(run("nobody", "token", "nobody"))).isEqualTo(1);
        assertThat(read("nobody")).contains("client-1");
    }

    private void switchesFaults() throws IOException {
        assertThat(ended(run("faults", "faults"))).isZero();
        assertThat(read("faults")).contains("smtp", "web-push", "apns", "fcm", "webhooks").doesNotContain("busy");
        assertThat(ended(run("busy", "faults", "web-push", "busy"))).isZero();
        assertThat(read("busy")).contains("web-push", "busy");
        assertThat(ended(run("wrong", "faults", "web-push", "sad"))).isEqualTo(1);
        assertThat(read("wrong")).contains("dropping").doesNotContain("Exception");
    }

    private void refusesASecondOneOnTheSameData() throws IOException {
        assertThat(ended(run("second", "up"))).isNotZero();
        assertThat(read("second").strip().lines().count()).as(read("second")).isLessThanOrEqualTo(2);
        assertThat(read("second")).doesNotContain("Exception");
    }

    @Test
    void saysInOneSentenceThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(data.resolve("a-file"));

        Process process = run(Map.of("ATTUNE_DATA", file.resolve("below").toString()), "broken", "up");

        assertThat(ended(process)).isNotZero();
        assertThat(read("broken")).contains("below").doesNotContain("Exception");
    }

    private Process up() throws IOException {
        Process process = run("out", "up");
        await().atMost(LONG).until(() -> !process.isAlive() || read("out").contains("Attune is ready"));
        assertThat(read("out")).contains("Attune is ready");
        return process;
    }

    private Process run(String output, String... words) throws IOException {
        return run(Map.of(), output, words);
    }

    private Process run(Map<String, String> environment, String output, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(data.resolve(output + ".txt").toFile());
        builder.environment().putAll(Map.of("ATTUNE_DATA", data.resolve("home").toString(), "ATTUNE_PORTS", "free",
                "ATTUNE_BUILD", "no", "JAVA_HOME", System.getProperty("java.home")));
        builder.environment().remove("ATTUNE_PORT");
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static int ended(Process process) {
        return await().atMost(LONG).until(() -> process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1,
                code -> code >= 0);
    }

    private String read(String output) throws IOException {
        return Files.readString(data.resolve(output + ".txt"), StandardCharsets.UTF_8);
    }

    private Api api(HttpClient http) {
        RunningAttune running = RunningAttune.in(data.resolve("home")).orElseThrow();
        return new Api(http, new SignIn(http, running.issuer()), running.gateway(), Duration.ofSeconds(30));
    }

    private static JsonNode body(Api api) {
        return api.json().readTree("""
                {"about":"self","mood":2,"safety":4,"words":["ashamed"],
                 "note":"Not my best evening.","audience":["coach"]}""");
    }
}
