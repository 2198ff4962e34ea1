package attune.coach;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

import attune.coach.Told.ConflictStory;
import attune.events.Audience;
import attune.events.Category;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationOpened;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Ending;
import attune.events.EntryKind;
import attune.events.NotificationId;
import attune.events.Position;
import attune.events.PrivateText;
import attune.events.Reason;
import attune.events.Scope;
import attune.events.Subject;
import attune.events.SubjectKind;
import attune.http.kit.NoBlocking;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.anEntry;
import static attune.coach.Told.consent;
import static attune.coach.Told.noConsents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What coaches see: who shared it, in the scopes that were given, at the moment of looking. */
@ExtendWith(NoBlocking.class)
class CoachSideIT {

    private static RunningService service;
    private static Journal journal;

    @BeforeAll
    static void start() {
        service = RunningService.onDatabase("coach-side");
        journal = new Journal();
    }

    @AfterAll
    static void stop() {
        journal.close();
        service.close();
    }

    @Test
    void showsAllThatIsSharedMergedFromThreeLogs() {
        journal.append("client-11", consent("coach-1", Scope.PULSE, Scope.TEXT, Scope.CONFLICTS));
        ConflictStory heated = aConflict().arousal(5).goingOn();
        journal.append("client-11", heated.event());
        String suggestion = service.firstSuggestion("client-11").get("id").asString();
        journal.append("client-11", aCheckIn().mood(4).note("ours alone").sharedWith(Audience.PARTNER).event());
        journal.append("client-11", anEntry(heated.id(), EntryKind.TIME_OUT));
        journal.append("client-11", aCheckIn().mood(4).note("for my coach").event());
        service.as("client-11").put().uri("/api/v1/suggestions/{id}/answer", suggestion)
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"answer\": \"will-do\"}").exchange()
                .expectStatus().isCreated();
        deliver("client-11", suggestion);

        JsonNode items = feed("client-11", 7);

        assertThat(values(items, "kind")).containsExactly("delivery", "delivery", "answer", "check-in", "entry",
                "suggestion", "conflict");
        assertThat(values(items, "state")).containsExactly("opened", "sent");
        assertThat(items.toString()).contains("for my coach").doesNotContain("ours alone");
    }

    @Test
    void showsTheFeedPageByPage() {
        journal.append("client-12", consent("coach-1", Scope.PULSE));
        Position last = journal.append("client-12", aCheckIn().event());
        for (int i = 0; i < 6; i++) {
            journal.append("client-12", aCheckIn().sharedWith().event());
            last = journal.append("client-12", aCheckIn().mood(1 + i % 5).event());
        }
        JsonNode all = service.read("coach-1", "/api/v1/clients/client-12/feed?limit=100", last);

        List<String> paged = new ArrayList<>();
        String path = "/api/v1/clients/client-12/feed?limit=3";
        for (JsonNode page = service.read("coach-1", path);; page = service.read("coach-1", path)) {
            paged.addAll(values(page.get("items"), "id"));
            if (!page.has("next")) {
                break;
            }
            path = "/api/v1/clients/client-12/feed?limit=3&cursor=" + page.get("next").asString();
        }

        assertThat(paged).containsExactlyElementsOf(values(all.get("items"), "id")).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void appliesTheScopesToEveryItem() {
        journal.append("client-13", consent("coach-1", Scope.PULSE));
        journal.append("client-13", aConflict().arousal(1).event());
        Position last = journal.append("client-13", aCheckIn().mood(2).words("sad").note("secret").event());

        JsonNode pulse = service.read("coach-1", "/api/v1/clients/client-13/feed", last);
        assertThat(values(pulse.get("items"), "kind")).containsOnly("check-in");
        assertThat(pulse.get("items").get(0).get("mood").asInt()).isEqualTo(2);
        assertThat(pulse.toString()).doesNotContain("secret").doesNotContain("sad");

        last = journal.append("client-13", consent("coach-1", Scope.TEXT, Scope.CONFLICTS));
        JsonNode text = service.read("coach-1", "/api/v1/clients/client-13/feed", last);
        assertThat(values(text.get("items"), "kind")).contains("check-in", "conflict");
        assertThat(text.get("items").get(0).has("mood")).isFalse();
        assertThat(text.toString()).contains("secret", "what happened");
        JsonNode row = row("coach-1", "client-13", last);
        assertThat(row.has("values")).isFalse();
        assertThat(row.get("openConflicts").asInt()).isEqualTo(1);
    }

    @Test
    void knowsNoClientWhoHasNotNamedThisCoach() {
        Position last = journal.append("client-14", consent("coach-2", Scope.PULSE));
        journal.append("client-14", aCheckIn().event());
        assertThat(row("coach-2", "client-14", last).get("client").asString()).isEqualTo("client-14");

        assertThat(service.read("coach-1", "/api/v1/caseload", last).toString()).doesNotContain("client-14");
        String stranger = problem("coach-1", "client-14");
        assertThat(stranger).isEqualTo(problem("coach-1", "nobody-at-all")).contains("not-found");
        assertThat(problem("coach-1", "not a person")).isEqualTo(stranger);
        service.as("client-14").get().uri("/api/v1/clients/client-14/feed").exchange().expectStatus().isForbidden();
        service.as("client-14").get().uri("/api/v1/caseload").exchange().expectStatus().isForbidden();
        service.as("client-14").get().uri("/api/v1/feed/stream").exchange().expectStatus().isForbidden();
    }

    @Test
    void forgetsAClientWhoWithdraws() {
        journal.append("client-15", consent("coach-1", Scope.PULSE));
        Position last = journal.append("client-15", aCheckIn().event());
        assertThat(service.read("coach-1", "/api/v1/clients/client-15/feed", last).get("items").size()).isPositive();

        last = journal.append("client-15", noConsents());

        service.as("coach-1").get().uri("/api/v1/clients/client-15/feed").header("Attune-Position", last.toString())
                .exchange().expectStatus().isNotFound();
        assertThat(service.read("coach-1", "/api/v1/caseload").toString()).doesNotContain("client-15");
    }

    @Test
    void isCarefulAndSaysSoWhenSomethingCouldNotBeRead() {
        journal.append("client-18", consent("coach-1", Scope.PULSE, Scope.CONFLICTS));
        journal.appendUnreadable("client-18", aCheckIn().event());
        Position last = journal.append("client-18", aConflict().arousal(5).goingOn().event());

        assertThat(service.firstSuggestion("client-18").get("title").asString())
                .isEqualTo("Let your body settle first");
        assertThat(row("coach-1", "client-18", last).get("reasons").toString())
                .contains("could not be read; what you see may be incomplete");
    }

    @Test
    void putsFirstWhoNeedsAttentionMost() {
        journal.append("client-16", consent("coach-2", Scope.PULSE, Scope.CONFLICTS));
        journal.append("client-17", consent("coach-2", Scope.PULSE, Scope.CONFLICTS));
        Position calm = journal.append("client-16", aCheckIn().mood(4).safety(4).event());
        Position afraid = journal.append("client-17", aCheckIn().mood(2).safety(1).event());

        JsonNode items = service.read("coach-2", "/api/v1/caseload", calm, afraid).get("items");

        assertThat(values(items, "client")).containsSubsequence("client-17", "client-16");
        JsonNode first = items.get(values(items, "client").indexOf("client-17"));
        assertThat(first.get("reasons").get(0).asString())
                .isEqualTo("Rated their safety at 1 of 5 within the last day.");
        assertThat(first.get("values").get("safety").get("last").asInt()).isEqualTo(1);
        assertThat(first.get("scopes").toString()).isEqualTo("[\"pulse\",\"conflicts\"]");
        assertThat(first.has("silentSince")).isTrue();
    }

    private static void deliver(String client, String suggestion) {
        NotificationId notification = new NotificationId(UUID.randomUUID());
        Instant now = Journal.CLOCK.instant();
        journal.append(client, new NotificationPlanned(notification, Category.SUGGESTION,
                new Subject(SubjectKind.SUGGESTION, UUID.fromString(suggestion)), PrivateText.of("t"),
                PrivateText.of("b"), now, now.plusSeconds(60)));
        journal.append(client, new NotificationEnded(notification, Channel.INBOX, Ending.SENT, Reason.DELIVERED));
        journal.append(client, new NotificationOpened(notification));
    }

    private static JsonNode feed(String client, int expected) {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100))
                .until(() -> service.read("coach-1", "/api/v1/clients/" + client + "/feed").get("items"),
                        items -> items.size() >= expected);
    }

    private static JsonNode row(String coach, String client, Position after) {
        JsonNode items = service.read(coach, "/api/v1/caseload", after).get("items");
        return items.get(values(items, "client").indexOf(client));
    }

    private static String problem(String coach, String client) {
        byte[] body = service.as(coach).get().uri("/api/v1/clients/{client}/feed", client).exchange()
                .expectStatus().isNotFound().expectBody().returnResult().getResponseBodyContent();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8)
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static List<String> values(JsonNode items, String field) {
        return items.valueStream().filter(item -> item.has(field)).map(item -> item.get(field).asString()).toList();
    }
}
