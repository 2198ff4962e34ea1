package attune.local.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** A Chromium without a window and with a profile of its own. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where it is on this machine; empty if it is not installed. */
    public static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it; its profile is made in the folder. */
    public static Chromium start(Path program, Path folder) throws IOException {
        Path profile = folder.resolve("profile");
        Process process = new ProcessBuilder(program.toString(), "--headless=new", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--lang=en-GB", "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.txt").toFile())
                .start();
        Path said = profile.resolve("DevToolsActivePort");
        await().atMost(LONG).until(() -> Files.exists(said) && Files.readAllLines(said).size() > 1);
        return new Chromium(process, Integer.parseInt(Files.readAllLines(said).getFirst()));
    }

    /** A new page, with nobody signed in. */
    public Tab open() throws IOException, InterruptedException {
        String answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new"))
                .timeout(LONG)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build(), HttpResponse.BodyHandlers.ofString()).body();
        return Tab.at(http, URI.create(new JsonMapper().readTree(answer).path("webSocketDebuggerUrl").asString()));
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
