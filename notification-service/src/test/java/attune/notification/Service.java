package attune.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.NotificationId;

import static org.awaitility.Awaitility.await;

/** A running service and a plain client of it. */
final class Service implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration READY = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFE = Duration.ofHours(20);

    final ConfigurableApplicationContext context;
    private final World world;
    private final int port;

    private Service(ConfigurableApplicationContext context, World world) {
        this.context = context;
        this.world = world;
        this.port = Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    static Service start(World world, String database, String... more) {
        SpringApplication application = NotificationApplication.application();
        application.addInitializers(context -> ((GenericApplicationContext) context).registerBean("testClock",
                Clock.class, () -> world.clock, definition -> definition.setPrimary(true)));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--management.server.port=0", "--spring.main.banner-mode=off",
                "--logging.level.root=WARN", "--logging.level.attune=INFO",
                "--spring.kafka.bootstrap-servers=" + world.bootstrapServers(),
                "--spring.mongodb.uri=" + world.mongo.connectionString(database),
                "--attune.tokens.issuer=" + world.identity.issuer(),
                "--attune.eventlog.partitions=" + World.PARTITIONS,
                "--spring.mail.port=" + world.mail.smtpPort(), "--spring.mail.host=127.0.0.1",
                "--attune.notification.email.from=notes@attune.example",
                "--attune.notification.providers.smtp.rest=1s",
                "--attune.notification.providers.webhook.rest=1s",
                "--attune.notification.delivery.limits.suggestions-a-day=1000",
                "--attune.notification.delivery.limits.a-week=1000",
                "--attune.notification.email.app=https://attune.example/app?a=1&b=2"));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(other -> other.startsWith(name));
            arguments.add(argument);
        }
        Service service = new Service(application.run(arguments.toArray(String[]::new)), world);
        await().atMost(READY).until(() -> service.get("client-50", "/api/v1/notifications").statusCode() == 200);
        return service;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token(person));
    }

    String token(String person) {
        var token = world.identity.tokens().about(person).lasting(TOKEN_LIFE);
        return (person.startsWith("coach-") ? token.withRoles("coach") : token).signed();
    }

    HttpResponse<String> get(String person, String path) {
        return send(request(person, path).GET());
    }

    HttpResponse<String> mark(String person, NotificationId notification, String state) {
        return send(request(person, "/api/v1/notifications/" + notification + "/state")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"state\":\"" + state + "\"}")));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The items of the first page. */
    List<JsonNode> inbox(String person) {
        return items(get(person, "/api/v1/notifications?limit=100"));
    }

    /** The steps of a notification's story, such as {@code held email quiet-hours}. */
    List<String> history(String person, NotificationId notification) {
        JsonNode json = json(get(person, "/api/v1/notifications/" + notification + "/history"));
        return json.path("steps").valueStream().map(Service::step)
                .filter(step -> !step.matches("ended (push|webhook) muted no-address")) // most people here have neither
                .toList();
    }

    private static String step(JsonNode step) {
        StringBuilder words = new StringBuilder();
        for (String name : List.of("step", "channel", "outcome", "ending", "reason")) {
            words.append(step.path(name).asString("")).append(step.path(name).isMissingNode() ? "" : " ");
        }
        return words.toString().strip();
    }

    static List<JsonNode> items(HttpResponse<String> response) {
        return json(response).path("items").valueStream().toList();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }
}
