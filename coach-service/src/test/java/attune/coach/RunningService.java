package attune.coach;

import java.time.Duration;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.awaitility.Awaitility.await;

/** The whole service on free ports, with a database of its own. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService onDatabase(String database) {
        SpringApplication application = CoachApplication.application();
        RunningService service = new RunningService(application.run(
                "--ATTUNE_KAFKA=" + Surroundings.KAFKA.bootstrapServers(),
                "--ATTUNE_MONGODB=" + Surroundings.MONGO.connectionString(database),
                "--ATTUNE_ISSUER=" + Surroundings.IDENTITY.issuer(),
                "--ATTUNE_LOG_PARTITIONS=" + Surroundings.PARTITIONS,
                "--server.port=0", "--management.server.port=0"));
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

    static String token(String person) {
        return Surroundings.IDENTITY.tokens().of(person);
    }

    @Override
    public void close() {
        context.close();
    }
}
