package attune.system;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import attune.embedded.PushReceiver;
import attune.embedded.PushReceiver.Push;
import attune.embedded.PushReceiver.Subscription;
import attune.events.Channel;
import attune.events.DeliveryEvent.NotificationEnded;
import attune.events.DeliveryEvent.NotificationPlanned;
import attune.events.Ending;
import attune.events.Envelope;
import attune.events.Log;
import attune.events.NotificationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When lives are in danger, a coach is told in the inbox, by push and by mail, one after the other, and then somebody else
 * is; until somebody acknowledges.
 */
@ExtendWith(SharedHouse.class)
class UrgentCaseIT {

    private static final String DANGER = "I have the pills here and I am going to kill myself tonight.";
    /** What nobody may read over a coach's shoulder. */
    private static final List<String> PRIVATE = List.of("client", "pills", "kill", "suicid", "risk", "danger", "s3",
            "urgent", "crisis");

    private final House house;
    private final Visitor coach;
    private final Visitor backup;

    UrgentCaseIT(House house) {
        this.house = house;
        this.coach = new Visitor(house, "coach-1");
        this.backup = new Visitor(house, "coach-2");
    }

    /** A case, and what the client's coach was told of it. */
    private record Told(String caseId, String notification) {}

    @Test
    void climbsFromInboxToPushToMailToSomebodyElseUntilSomebodyAcknowledges() throws IOException {
        String subscription = "/me/push-subscriptions/" + Visitor.id();
        try (PushReceiver browsers = PushReceiver.start(0)) {
            coach.wantMail();
            coach.put(subscription, json(browsers.subscribe())).expecting(204);
            Told acknowledged = tellOfDanger(Visitor.newcomer(house));
            coach.put("/cases/" + acknowledged.caseId() + "/acknowledgement", Map.of()).expecting(201);

            Told unheard = tellOfDanger(Visitor.newcomer(house));
            String elsewhere = await("the backup coach's inbox").atMost(House.LONG)
                    .until(() -> backup.notificationAbout(unheard.caseId()), Optional::isPresent).orElseThrow();

            cameInOrder(unheard, elsewhere, browsers);
            // Told before the other, so that each of its steps would have come before as well.
            cameNoFurtherThanTheInbox(acknowledged, browsers);
            assertThat(new Visitor(house, "ops-1").get("/deliveries/ledger").expecting(200).json().path("difference")
                    .asLong(-1)).as("difference of the books").isZero();
            backup.put("/cases/" + unheard.caseId() + "/acknowledgement", Map.of()).expecting(201);
        } finally {
            coach.delete(subscription);
        }
    }

    private Told tellOfDanger(Visitor client) {
        client.consent();
        client.put("/check-ins/" + Visitor.id(), Visitor.checkIn(1, DANGER)).expecting(201);
        String caseId = coach.awaitCaseOf(client).path("id").asString();
        return new Told(caseId, await("a notice in the coach's inbox").atMost(House.LONG)
                .until(() -> coach.notificationAbout(caseId), Optional::isPresent).orElseThrow());
    }

    private void cameInOrder(Told told, String elsewhere, PushReceiver browsers) throws IOException {
        Logs logs = Logs.read(house.brokers());
        assertThat(pushes(browsers, told)).hasSize(1);
        assertThat(mails(told)).hasSize(1);
        Push push = pushes(browsers, told).getFirst();
        JsonNode mail = mails(told).getFirst();
        Instant planned = planned(logs, told.notification());
        Instant pushed = push.receivedAt().truncatedTo(ChronoUnit.MILLIS);
        Instant mailed = Instant.parse(mail.path("receivedAt").asString());

        assertThat(List.of(sent(logs, told.notification(), Channel.INBOX), pushed,
                sent(logs, told.notification(), Channel.PUSH), mailed,
                sent(logs, told.notification(), Channel.EMAIL), sent(logs, elsewhere, Channel.INBOX)))
                .as("inbox, push, that it was sent, mail, that it was sent, the backup's inbox").isSorted();
        assertThat(pushed).isAfterOrEqualTo(planned.plus(SharedHouse.PUSH_AFTER));
        assertThat(mailed).isAfterOrEqualTo(planned.plus(SharedHouse.EMAIL_AFTER));
        assertThat(push.urgency()).isEqualTo("high");
        assertThat(push.text()).contains("Something is waiting for you.");
        assertThat(List.of(push.text(), mail.path("subject").asString(), mail.path("text").asString()))
                .allSatisfy(text -> PRIVATE.forEach(word -> assertThat(text).doesNotContainIgnoringCase(word)));
    }

    private void cameNoFurtherThanTheInbox(Told told, PushReceiver browsers) throws IOException {
        assertThat(pushes(browsers, told)).isEmpty();
        assertThat(mails(told)).isEmpty();
        assertThat(backup.notificationAbout(told.caseId())).isEmpty();
        assertThat(story(told)).startsWith("planned").contains("ended inbox sent delivered",
                "ended push superseded acknowledged", "ended email superseded acknowledged");
    }

    /** The steps of a notification as its reader sees them: what, where, how it ended and why. */
    private List<String> story(Told told) {
        return coach.get("/notifications/" + told.notification() + "/history").expecting(200).json().path("steps")
                .valueStream()
                .map(step -> Stream.of("step", "channel", "ending", "reason")
                        .map(field -> step.path(field).asString(""))
                        .filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")))
                .toList();
    }

    private static Instant planned(Logs logs, String notification) {
        return logs.of(Log.DELIVERIES).stream()
                .map(Envelope::event)
                .filter(NotificationPlanned.class::isInstance)
                .map(NotificationPlanned.class::cast)
                .filter(planned -> planned.notification().equals(NotificationId.of(notification)))
                .map(NotificationPlanned::plannedAt)
                .findFirst().orElseThrow();
    }

    /** When the log was told that it was sent. */
    private static Instant sent(Logs logs, String notification, Channel channel) {
        return logs.of(Log.DELIVERIES).stream()
                .filter(envelope -> envelope.event() instanceof NotificationEnded ended
                        && ended.notification().equals(NotificationId.of(notification))
                        && ended.channel() == channel && ended.ending() == Ending.SENT)
                .map(Envelope::recordedAt)
                .findFirst().orElseThrow(() -> new AssertionError("Not sent: " + channel));
    }

    private static List<Push> pushes(PushReceiver browsers, Told told) {
        return browsers.pushes().stream().filter(push -> push.text().contains(told.notification())).toList();
    }

    private List<JsonNode> mails(Told told) throws IOException {
        return Web.get(house.mails(), null).expecting(200).json().path("messages").valueStream()
                .filter(mail -> mail.at("/headers/Message-ID").asString().contains(told.notification()))
                .toList();
    }

    private static Map<String, Object> json(Subscription subscription) {
        return Map.of("endpoint", subscription.endpoint().toString(), "keys",
                Map.of("p256dh", subscription.p256dh(), "auth", subscription.auth()));
    }
}
