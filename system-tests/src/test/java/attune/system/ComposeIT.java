package attune.system;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Envelope;
import attune.events.JournalEvent.ConflictOpened;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The main job, through the gateway, in the processes that the compose file describes. */
@ExtendWith(SharedHouse.class)
class ComposeIT {

    private final House house;

    ComposeIT(House house) {
        this.house = house;
    }

    @Test
    void takesAConflictToSuggestionInboxMailAndFeed() throws IOException {
        Visitor client = Visitor.newcomer(house);
        Visitor coach = new Visitor(house, "coach-1");
        client.consent();
        client.wantMail();
        String conflict = Visitor.id();

        Web.Answer told = client.put("/conflicts/" + conflict, Visitor.heatedConflict("We shouted about the dishes"));

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.header("attune-position")).hasValueSatisfying(
                position -> assertThat(position).startsWith("journal-"));
        await("a suggestion").atMost(House.LONG).until(() -> !client.all("/suggestions").isEmpty());
        JsonNode suggestion = client.all("/suggestions").getFirst();
        assertThat(suggestion.path("about").path("id").asString()).isEqualTo(conflict);
        await("a notification").atMost(House.LONG).until(() -> !client.all("/notifications").isEmpty());
        assertThat(client.all("/notifications").getFirst().path("about").path("id").asString())
                .isEqualTo(suggestion.path("id").asString());
        await("a mail").atMost(House.LONG).until(() -> mailsTo(client).size() == 1);
        assertThat(mailsTo(client).getFirst().path("text").asString())
                .doesNotContain("dishes").doesNotContain(suggestion.path("title").asString());
        await("the coach's feed").atMost(House.LONG).until(() -> kinds(coach, client)
                .containsAll(Set.of("conflict", "suggestion", "delivery")));
    }

    @Test
    void carriesOneTraceFromTheRequestToTheDelivery() {
        Visitor client = Visitor.newcomer(house);
        client.wantMail();
        String conflict = Visitor.id();
        client.put("/conflicts/" + conflict, Visitor.heatedConflict("about the trace")).expecting(201);

        // The gateway's own log does not speak of requests; its spans do, and their trace is the one it passes on.
        await("everything of the main job under the trace of its request").atMost(House.LONG)
                .until(() -> eventsUnderTheTraceOf(conflict).containsAll(Set.of(SuggestionOffered.class,
                        NotificationPlanned.class, NotificationAttempted.class)));
    }

    private Set<Class<?>> eventsUnderTheTraceOf(String conflict) {
        Logs logs = Logs.read(house.brokers());
        Set<String> traces = logs.entries().stream()
                .filter(entry -> entry.envelope().filter(envelope -> isOpening(envelope, conflict)).isPresent())
                .map(Logs.Entry::traceId)
                .filter(trace -> !trace.isEmpty())
                .collect(Collectors.toSet());
        return logs.entries().stream()
                .filter(entry -> traces.contains(entry.traceId()))
                .flatMap(entry -> entry.envelope().stream())
                .map(envelope -> envelope.event().getClass())
                .collect(Collectors.toSet());
    }

    @Test
    void continuesTheTraceThatTheClientBegan() throws IOException {
        Visitor client = Visitor.newcomer(house);
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Web.send(java.net.http.HttpRequest.newBuilder(house.gateway("/api/v1/check-ins/" + Visitor.id()))
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"mood\":4}"))).expecting(201);

        assertThat(Logs.read(house.brokers()).entries())
                .filteredOn(
                        entry -> entry.envelope().filter(envelope -> envelope.person().value().equals(client.person()))
                                .isPresent())
                .extracting(Logs.Entry::traceId)
                .contains(trace);
    }

    private static boolean isOpening(Envelope<?> envelope, String conflict) {
        return envelope.event() instanceof ConflictOpened opened && opened.conflict().toString().equals(conflict);
    }

    private static Set<String> kinds(Visitor coach, Visitor client) {
        return coach.all("/clients/" + client.person() + "/feed").stream()
                .map(item -> item.path("kind").asString())
                .collect(Collectors.toSet());
    }

    private List<JsonNode> mailsTo(Visitor client) throws IOException {
        JsonNode messages = Web.get(house.mails(), null).expecting(200).json().path("messages");
        return messages.valueStream()
                .filter(mail -> mail.path("to").valueStream()
                        .anyMatch(to -> to.asString().contains(client.mailAddress())))
                .toList();
    }
}
