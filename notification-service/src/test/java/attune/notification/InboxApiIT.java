package attune.notification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

import attune.eventlog.records.LogReader;
import attune.events.Log;
import attune.events.NotificationId;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(NoBlocking.class)
class InboxApiIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String NOBODYS = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    @TempDir
    static Path folder;

    private static World world;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        service = world.service("inbox-api");
    }

    @AfterAll
    static void stop() {
        service.close();
        world.close();
    }

    @Test
    void turnsPagesWithoutGapOrRepeat() {
        Set<String> suggested = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            suggested.add(world.writer.suggest("client-3").toString());
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(service.inbox("client-3")).hasSize(25));

        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        String next = "";
        while (next != null) {
            HttpResponse<String> page = service.get("client-3", "/api/v1/notifications?limit=7" + next);
            OpenApi.check("NotificationPage", page.body());
            Service.items(page).forEach(item -> {
                ids.add(item.path("id").asString());
                times.add(Instant.parse(item.path("plannedAt").asString()));
            });
            JsonNode cursor = Service.json(page).path("next");
            next = cursor.isMissingNode() ? null : "&cursor=" + cursor.asString();
        }

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(suggested);
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void answersAsTheDocumentSays() {
        NotificationId id = suggested("client-4");

        OpenApi.check("Notification", service.get("client-4", "/api/v1/notifications/" + id).body());
        OpenApi.check("History", service.get("client-4", "/api/v1/notifications/" + id + "/history").body());
        OpenApi.check("Notification", service.mark("client-4", id, "dismissed").body());
        OpenApi.check("Problem", service.get("client-4", "/api/v1/notifications/" + NOBODYS).body());
        OpenApi.check("Problem", service.mark("client-4", id, "thrown-away").body());
        assertThat(service.get("client-4", "/api/v1/notifications?limit=0").statusCode()).isEqualTo(400);
        assertThat(service.get("client-4", "/api/v1/notifications?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void servesTheDocumentOfItsPaths() {
        HttpResponse<String> answer = service.send(
                HttpRequest.newBuilder(service.uri("/openapi.json")));
        assertThat(answer.statusCode()).isEqualTo(200);

        Set<String> documented = new HashSet<>();
        Service.json(answer).path("paths").properties().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(documented).isEqualTo(mapped());
    }

    private static Set<String> mapped() {
        return service.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/api/"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern.getPatternString())))
                .collect(Collectors.toSet());
    }

    @Test
    void goesForwardOnly() {
        NotificationId id = suggested("client-5");

        assertThat(state(service.mark("client-5", id, "opened"))).isEqualTo("opened");
        assertThat(state(service.mark("client-5", id, "dismissed"))).isEqualTo("dismissed");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.inbox("client-5").getFirst().path("state")
                .asString()).isEqualTo("dismissed"));
        assertThat(state(service.mark("client-5", id, "opened"))).isEqualTo("dismissed");
    }

    @Test
    void knowsNothingOfOtherPeoplesNotifications() {
        NotificationId id = suggested("client-6");
        settle("client-6", id);
        long before = deliveries();

        for (String person : List.of("client-7", "someone-else")) {
            for (String path : List.of("", "/history")) {
                HttpResponse<String> others = service.get(person, "/api/v1/notifications/" + id + path);
                HttpResponse<String> nobodys = service.get(person, "/api/v1/notifications/" + NOBODYS + path);
                assertThat(List.of(others.statusCode(), nobodys.statusCode())).containsExactly(404, 404);
                assertThat(withoutTrace(others)).isEqualTo(withoutTrace(nobodys));
            }
            assertThat(service.mark(person, id, "opened").statusCode()).isEqualTo(404);
            assertThat(service.inbox(person)).isEmpty();
        }
        assertThat(deliveries()).isEqualTo(before);
    }

    private static String withoutTrace(HttpResponse<String> problem) {
        return problem.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"state\":null}", "{\"state\":\"unread\"}", "{\"state\":1}", "[]", "",
            "{\"state\":\"opened\",\"personId\":\"client-9\"}", "{\"state\":\"opened\",\"state\":\"dismissed\"}"})
    void refusesWhatItDoesNotUnderstand(String body) {
        HttpResponse<String> answer = service.send(service
                .request("client-8", "/api/v1/notifications/" + suggested("client-8") + "/state")
                .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        OpenApi.check("Problem", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B", "..%2f", "%00", "1"})
    void findsNothingUnderIdsThatAreNone(String id) {
        assertThat(service.get("client-9", "/api/v1/notifications/" + id).statusCode()).isIn(400, 404);
    }

    @Test
    void isForWhoIsTold() {
        assertThat(service.get("coach-1", "/api/v1/notifications").statusCode()).isEqualTo(200);
        assertThat(service.get("client-9", "/api/v1/deliveries/ledger").statusCode()).isEqualTo(403);
        assertThat(service.get("ops-1", "/api/v1/notifications/stream").statusCode()).isEqualTo(403);
        assertThat(service.send(HttpRequest.newBuilder(service.uri("/api/v1/notifications")))
                .statusCode()).isEqualTo(401);
    }

    @Test
    void namesNobodyInItsMetrics() {
        settle("client-10", suggested("client-10"));

        String port = service.context.getEnvironment().getProperty("local.management.port");
        String metrics = service.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))).body();

        assertThat(metrics).contains("attune_notification_attempts_total", "attune_notification_outcome_total",
                "attune_notification_rows", "attune_notification_oldest_due_seconds", "attune_feed_connections",
                "stage=\"planned\"", "stage=\"attempted\"");
        assertThat(metrics).doesNotContain("client-10", Writer.TITLE, "attune.example");
    }

    private static NotificationId suggested(String person) {
        world.writer.prefer(person, "Europe/Berlin", Quiet.later(world.clock, "Europe/Berlin"),
                person + "@attune.example");
        NotificationId id = world.writer.suggest(person);
        await().atMost(LONG).untilAsserted(() -> assertThat(service.get(person, "/api/v1/notifications/" + id)
                .statusCode()).isEqualTo(200));
        return id;
    }

    private static void settle(String person, NotificationId id) {
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history(person, id))
                .contains("ended email sent delivered"));
    }

    private static String state(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Service.json(answer).path("state").asString();
    }

    private static long deliveries() {
        LogReader reader = service.context.getBean(LogReader.class);
        long all = 0;
        for (int partition = 0; partition < World.PARTITIONS; partition++) {
            all += reader.extent(Log.DELIVERIES, partition).end();
        }
        return all;
    }
}
