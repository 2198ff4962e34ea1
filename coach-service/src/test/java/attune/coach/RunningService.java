package attune.coach;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.Position;
import attune.http.positions.PositionAwaiter;

import static org.awaitility.Awaitility.await;

/** The whole service on free ports, with a database of its own. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is read at which path: every answer that a test reads is checked against the API document. */
    private static final Map<String, String> PAGES = Map.of("/api/v1/suggestions", "SuggestionPage",
            "/api/v1/suggestions/[^/]+", "Suggestion", "/api/v1/caseload", "Caseload",
            "/api/v1/clients/[^/]+/feed", "FeedPage", "/api/v1/cases", "CasePage", "/api/v1/cases/[^/]+", "Case");

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService onDatabase(String database, String... settings) {
        SpringApplication application = CoachApplication.application();
        RunningService service = new RunningService(application.run(Stream.concat(Stream.of(
                "--ATTUNE_KAFKA=" + Surroundings.KAFKA.bootstrapServers(),
                "--ATTUNE_MONGODB=" + Surroundings.MONGO.connectionString(database),
                "--ATTUNE_ISSUER=" + Surroundings.IDENTITY.issuer(),
                "--ATTUNE_LOG_PARTITIONS=" + Surroundings.PARTITIONS,
                "--server.port=0", "--management.server.port=0"), Stream.of(settings)).toArray(String[]::new)));
        service.warmUp();
        return service;
    }

    /** What is loaded at the first request is not what tests are about. */
    private void warmUp() {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(
                () -> as("client-50").get().uri("/api/v1/suggestions").exchange().returnResult(Void.class).getStatus()
                        .is2xxSuccessful());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    int managementPort() {
        return Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.management.port")));
    }

    /** A client of the API in the name of a demo person. */
    WebTestClient as(String person) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token(person))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** What a person reads at a path, after the events at these positions. */
    JsonNode read(String person, String path, Position... after) {
        String positions = Arrays.stream(after).map(Position::toString).collect(Collectors.joining(", "));
        byte[] body = as(person).get().uri(path).header(PositionAwaiter.HEADER, positions).exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        JsonNode json = JSON.readTree(body);
        schemaOf(path).ifPresent(schema -> OpenApi.check(schema, json));
        return json;
    }

    private static Optional<String> schemaOf(String path) {
        String plain = path.replaceAll("\\?.*", "");
        return PAGES.entrySet().stream().filter(page -> plain.matches(page.getKey())).map(Map.Entry::getValue)
                .findFirst();
    }

    /** The first suggestion of a client, when it has come. */
    JsonNode firstSuggestion(String person) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> read(person, "/api/v1/suggestions").get("items"), items -> !items.isEmpty()).get(0);
    }

    static String token(String person) {
        return Surroundings.IDENTITY.tokens().of(person);
    }

    @Override
    public void close() {
        context.close();
    }
}
