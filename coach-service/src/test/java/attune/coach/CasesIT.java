package attune.coach;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import attune.events.Analysis;
import attune.events.Audience;
import attune.events.CoachingEvent.CaseEscalated;
import attune.events.CoachingEvent.SharingBlocked;
import attune.events.CoachingEvent.SuggestionBlocked;
import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.RiskTier;
import attune.events.Scope;

import static attune.coach.Told.aCheckIn;
import static attune.coach.Told.aConflict;
import static attune.coach.Told.consent;
import static attune.coach.Told.found;
import static attune.coach.Told.notUnderstood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From words that ask for care to people who look: cases through the real broker, database and door. */
class CasesIT {

    private static final String[] TEAM = {"--attune.coach.safety.backup=coach-2", "--attune.coach.safety.urgent=6s",
            "--attune.coach.safety.look=200ms"};
    private static final JsonMapper JSON = new JsonMapper();

    private static Journal journal;
    private static RunningService service;

    @BeforeAll
    static void start() {
        journal = new Journal();
        service = RunningService.onDatabase("cases", TEAM);
    }

    @AfterAll
    static void stop() {
        service.close();
        journal.close();
    }

    @Test
    void showsACaseWithItsWordsToItsCoachesAndToNobodyElse() {
        journal.append("client-41", consent("coach-1", Scope.PULSE));
        journal.append("client-41", aCheckIn().mood(2).note("a note").event(found(RiskTier.S2, RiskTier.S0)));

        String id = openCase("coach-1", "client-41").get("id").asString();
        JsonNode read = service.read("coach-1", "/api/v1/cases/" + id);

        assertThat(read.get("tier").asString()).isEqualTo("s2");
        assertThat(read.get("state").asString()).isEqualTo("open");
        assertThat(texts(read.get("findings"), "text")).containsExactly("the passage S2", "the passage S0");
        assertThat(read.get("ladder").get(0).get("coaches").toString()).isEqualTo("[\"coach-1\"]");
        assertThat(service.read("coach-2", "/api/v1/cases/" + id).get("id").asString()).as("the backup").isEqualTo(id);
        service.as("client-41").get().uri("/api/v1/cases/" + id).exchange().expectStatus().isForbidden();
        assertThat(service.read("coach-1", "/api/v1/clients/client-41/feed").toString())
                .contains("case-opened").doesNotContain("the passage");
        JsonNode row = service.read("coach-1", "/api/v1/caseload").get("items").valueStream()
                .filter(one -> one.get("client").asString().equals("client-41")).findFirst().orElseThrow();
        assertThat(row.get("tier").asString()).isEqualTo("s2");
        assertThat(row.get("openCase").asString()).isEqualTo(id);
    }

    @Test
    void asksTheBackupForAClientWithoutACoachAndTellsNobodyElse() {
        journal.append("client-47", aCheckIn().mood(2).note("a note").event(found(RiskTier.S2)));

        String path = "/api/v1/cases/" + openCase("coach-2", "client-47").get("id").asString();
        assertThat(service.read("coach-2", path).get("ladder").get(0).get("kind").asString()).isEqualTo("backup");
        service.as("coach-1").get().uri(path).exchange().expectStatus().isNotFound();
        put("coach-1", path + "/acknowledgement", null).expectStatus().isNotFound();
        assertThat(service.read("coach-1", "/api/v1/cases").toString()).doesNotContain("client-47");
    }

    @Test
    void letsACoachWorkOnACaseFromAcknowledgementToClosure() {
        journal.append("client-42", consent("coach-1", Scope.PULSE));
        journal.append("client-42", aCheckIn().mood(2).note("a note").event(found(RiskTier.S2)));
        JsonNode open = openCase("coach-1", "client-42");
        String path = "/api/v1/cases/" + open.get("id").asString();
        String finding = service.read("coach-1", path).get("findings").get(0).get("id").asString();

        assertThat(problem(put("coach-1", path + "/closure", null), 409)).isEqualTo("case-not-acknowledged");
        put("coach-2", path + "/acknowledgement", null).expectStatus().isCreated();
        put("coach-1", path + "/acknowledgement", null).expectStatus().isOk();
        String note = path + "/notes/" + new UUID(7, 7);
        put("coach-1", note, Map.of("text", "I called.")).expectStatus().isCreated();
        put("coach-1", note, Map.of("text", "I called.")).expectStatus().isOk();
        assertThat(problem(put("coach-1", note, Map.of("text", "I did not.")), 409)).isEqualTo("id-taken");
        Map<String, String> lower = Map.of("tier", "s0", "reason", "It was about a film.");
        assertThat(problem(put("coach-1", path + "/tier", lower), 409)).isEqualTo("findings-unreviewed");
        put("coach-1", path + "/verdicts/" + finding, Map.of("verdict", "benign")).expectStatus().isCreated();
        put("coach-1", path + "/verdicts/" + finding, Map.of("verdict", "idiom")).expectStatus().isCreated();
        put("coach-1", path + "/verdicts/" + new UUID(8, 8), Map.of("verdict", "missed", "family", "isolation"))
                .expectStatus().isCreated();
        put("coach-1", path + "/verdicts/" + new UUID(8, 9), Map.of("verdict", "true")).expectStatus().isNotFound();
        put("coach-1", path + "/tier", lower).expectStatus().isCreated();
        assertThat(problem(put("coach-1", path + "/tier", lower), 409)).isEqualTo("tier-not-lower");
        put("coach-1", path + "/closure", Map.of("note", "There is a plan.")).expectStatus().isCreated();
        put("coach-1", path + "/closure", null).expectStatus().isOk();

        JsonNode closed = service.read("coach-1", path);
        assertThat(closed.get("state").asString()).isEqualTo("closed");
        assertThat(closed.get("tierNow").asString()).isEqualTo("s0");
        assertThat(closed.get("acknowledgedBy").asString()).isEqualTo("coach-2");
        assertThat(texts(closed.get("findings"), "verdict")).containsExactly("idiom", "missed");
        assertThat(texts(closed.get("notes"), "text")).containsExactly("I called.", "There is a plan.");
        assertThat(texts(closed.get("steps"), "what")).containsExactly("opened", "acknowledged", "noted", "judged",
                "judged", "judged", "tier-lowered", "closed");
        assertThat(ids(service.read("coach-1", "/api/v1/cases?state=closed"))).contains(closed.get("id").asString());
        assertThat(ids(service.read("coach-1", "/api/v1/cases?state=open")))
                .doesNotContain(closed.get("id").asString());
        assertThat(service.read("coach-1", "/api/v1/cases?limit=1").get("items").size()).isEqualTo(1);
    }

    @Test
    void asksTheNextRungAlsoAfterARestartAndStopsWhenSomebodyLooks() {
        journal.append("client-43", consent("coach-1", Scope.PULSE));
        journal.append("client-43", aCheckIn().mood(1).note("a note").event(found(RiskTier.S3)));
        String id = openCase("coach-1", "client-43").get("id").asString();
        service.close();
        service = RunningService.onDatabase("cases", TEAM);
        try (RunningService second = RunningService.onDatabase("cases", TEAM)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> rungs("client-43").contains(1));
            put("coach-2", "/api/v1/cases/" + id + "/acknowledgement", null).expectStatus().isCreated();
            assertThat(second.read("coach-2", "/api/v1/cases/" + id).get("state").asString()).isIn("acknowledged",
                    "open");
        }
        int asked = rungs("client-43").size();
        journal.append("client-44", consent("coach-1", Scope.PULSE));
        journal.append("client-44", aCheckIn().mood(1).note("a note").event(found(RiskTier.S3)));
        await().atMost(Duration.ofSeconds(60)).until(() -> rungs("client-44").contains(2));

        assertThat(rungs("client-43")).as("no more than before").hasSize(asked).doesNotHaveDuplicates();
        assertThat(rungs("client-44")).doesNotHaveDuplicates();
    }

    @Test
    void letsOnlyWhatIsSafePassAndRecordsTheRest() {
        journal.append("client-45", aCheckIn().mood(2).note("a note").event(found(RiskTier.S2)));
        journal.append("client-45", aConflict().arousal(5).goingOn().sharedWith(Audience.COACH, Audience.PARTNER)
                .event());

        await().atMost(Duration.ofSeconds(60)).until(() -> !decided("client-45", SuggestionOffered.class).isEmpty());
        assertThat(decided("client-45", SuggestionOffered.class)).singleElement().satisfies(offered -> {
            assertThat(offered.card()).isEqualTo("R02.settle");
            assertThat(offered.audience()).containsExactly(Audience.COACH);
        });
        assertThat(decided("client-45", SuggestionBlocked.class)).extracting(SuggestionBlocked::reason)
                .containsExactly("couple-cards-blocked");
        assertThat(decided("client-45", SharingBlocked.class)).hasSize(1);
        assertThat(service.read("client-45", "/api/v1/suggestions").toString()).doesNotContain("s2", "tier", "block");
    }

    @Test
    void letsACoachReviewAClientWhoIsOnlyWatched() {
        journal.append("client-46", consent("coach-1", Scope.PULSE));
        journal.append("client-46", aCheckIn().note("ein Zettel").event(notUnderstood(Analysis.NOT_ANALYSED)));
        await().atMost(Duration.ofSeconds(60)).until(() -> service.read("coach-1", "/api/v1/caseload").toString()
                .contains("review it on the next working day"));

        // The caseload and the cases are folded from different logs, side by side.
        AtomicReference<String> opened = new AtomicReference<>("");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> opened
                .set(body(put("coach-1", "/api/v1/clients/client-46/review", null).expectStatus().isOk())));
        String id = JSON.readTree(opened.get()).get("id").asString();
        put("coach-1", "/api/v1/cases/" + id + "/tier", Map.of("tier", "s0", "reason", "I read it."))
                .expectStatus().isCreated();

        assertThat(service.read("coach-1", "/api/v1/cases/" + id).get("tierNow").asString()).isEqualTo("s0");
        put("coach-1", "/api/v1/cases/" + id + "/closure", null).expectStatus().isCreated();
        assertThat(problem(put("coach-1", "/api/v1/clients/client-46/review", null), 409))
                .isEqualTo("nothing-to-review");
        put("coach-2", "/api/v1/clients/client-46/review", null).expectStatus().isNotFound();
    }

    private static JsonNode openCase(String coach, String client) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> service.read(coach, "/api/v1/cases?state=open").get("items").valueStream()
                        .filter(one -> one.get("client").asString().equals(client)).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    private static ResponseSpec put(String coach, String path, @Nullable Map<String, String> body) {
        var request = service.as(coach).put().uri(path);
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    private static String problem(ResponseSpec response, int status) {
        return JSON.readTree(body(response.expectStatus().isEqualTo(status))).get("code").asString();
    }

    private static String body(ResponseSpec response) {
        return String.valueOf(response.expectBody(String.class).returnResult().getResponseBody());
    }

    private static List<Integer> rungs(String client) {
        return decided(client, CaseEscalated.class).stream().map(CaseEscalated::rung).toList();
    }

    private static <E> List<E> decided(String client, Class<E> type) {
        return journal.coaching(client).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().filter(item -> item.has(field)).map(item -> item.get(field).asString()).toList();
    }

    private static List<String> ids(JsonNode page) {
        return texts(page.get("items"), "id");
    }
}
