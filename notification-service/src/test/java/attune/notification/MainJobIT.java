package attune.notification;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import attune.embedded.MailCatcher.Mail;
import attune.events.NotificationId;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(NoBlocking.class)
class MainJobIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static World world;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        service = world.service("main-job");
    }

    @AfterAll
    static void stop() {
        service.close();
        world.close();
    }

    @Test
    void bringsASuggestionIntoTheInboxAndANeutralMail() {
        world.writer.prefer("client-1", "Europe/Berlin", Quiet.later(world.clock, "Europe/Berlin"),
                "anna@attune.example");
        NotificationId notification = world.writer.suggest("client-1");

        await().atMost(LONG).untilAsserted(() -> assertThat(world.mails(notification)).hasSize(1));

        JsonNode item = service.inbox("client-1").getFirst();
        assertThat(item.path("id").asString()).isEqualTo(notification.toString());
        assertThat(item.path("title").asString()).isEqualTo(Writer.TITLE);
        assertThat(item.path("state").asString()).isEqualTo("unread");
        Mail mail = world.mails(notification).getFirst();
        assertThat(mail.to()).containsExactly("anna@attune.example");
        assertThat(mail.subject()).isEqualTo("Eine Nachricht wartet auf dich");
        assertThat(mail.text()).contains("https://attune.example/app?a=1&b=2").doesNotContain("Maren");
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.history("client-1", notification)).containsExactly(
                "planned", "ended inbox sent delivered", "attempted email accepted", "ended email sent delivered"));
    }

    @Test
    void notesOnceThatSomethingWasOpened() {
        NotificationId notification = world.writer.suggest("client-2");
        await().atMost(LONG).untilAsserted(() -> assertThat(service.inbox("client-2")).hasSize(1));

        HttpResponse<String> first = service.mark("client-2", notification, "opened");
        HttpResponse<String> read = service.send(service.request("client-2", "/api/v1/notifications/" + notification)
                .header("Attune-Position", first.headers().firstValue("Attune-Position").orElseThrow()));
        HttpResponse<String> again = service.mark("client-2", notification, "opened");

        assertThat(List.of(first.statusCode(), again.statusCode())).containsExactly(200, 200);
        assertThat(Service.json(read).path("state").asString()).isEqualTo("opened");
        assertThat(again.headers().firstValue("Attune-Position")).isEmpty();
    }
}
