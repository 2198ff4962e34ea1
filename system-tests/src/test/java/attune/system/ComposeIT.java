package attune.system;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.events.CoachingEvent.SuggestionOffered;
import attune.events.DeliveryEvent.NotificationAttempted;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Envelope;
import attune.events.JournalEvent.ConflictOpened;
import attune.events.PersonId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The main job, through the gateway, in the processes that the compose file describes. */
@ExtendWith(SharedHouse.class)
@DisabledIfSystemProperty(named = "attune.system", matches = "off", disabledReason = "-Dattune.system=off")
class ComposeIT {

    private final House house;

    ComposeIT(House house) {
        this.house = house;
    }

    @Test
    void takesAConflictToSuggestionInboxMailAndFeed() throws IOException {
        Visitor client = new Visitor(house, "client-7");
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
    void carriesOneTraceFromTheRequestToTheDelivery() throws IOException {
        Visitor client = new Visitor(house, "client-9");
        client.wantMail();
        client.put("/conflicts/" + Visitor.id(), Visitor.heatedConflict("about the trace")).expecting(201);
        await("a mail").atMost(House.LONG).until(() -> mailsTo(client).size() == 1);
        await("its attempt on the log").atMost(House.LONG)
                .until(() -> !Logs.read(house.brokers()).of("client-9", NotificationAttempted.class).isEmpty());

        Logs logs = Logs.read(house.brokers());

        Set<String> traces = logs.entries().stream()
                .filter(entry -> entry.envelope().filter(ComposeIT::isOfTheMainJob).isPresent())
                .map(Logs.Entry::traceId)
                .collect(Collectors.toSet());
        assertThat(traces).hasSize(1).doesNotContain("");
        // The gateway's own log does not speak of requests; its spans do, and their trace is the one it passes on.
        assertThat(logs.of("client-9", SuggestionOffered.class)).isNotEmpty();
        assertThat(logs.of("client-9", NotificationPlanned.class)).isNotEmpty();
    }

    @Test
    void continuesTheTraceThatTheClientBegan() throws IOException {
        Visitor client = new Visitor(house, "client-10");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Web.send(java.net.http.HttpRequest.newBuilder(house.gateway("/api/v1/check-ins/" + Visitor.id()))
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"mood\":4}"))).expecting(201);

        assertThat(Logs.read(house.brokers()).entries())
                .filteredOn(
                        entry -> entry.envelope().filter(envelope -> envelope.person().equals(PersonId.of("client-10")))
                                .isPresent())
                .extracting(Logs.Entry::traceId)
                .contains(trace);
    }

    private static boolean isOfTheMainJob(Envelope<?> envelope) {
        return envelope.person().equals(PersonId.of("client-9"))
                && (envelope.event() instanceof ConflictOpened || envelope.event() instanceof SuggestionOffered
                        || envelope.event() instanceof NotificationPlanned
                        || envelope.event() instanceof NotificationAttempted);
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
