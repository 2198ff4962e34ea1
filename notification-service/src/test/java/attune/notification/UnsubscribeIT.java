package attune.notification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.MailCatcher.Mail;
import attune.events.Category;
import attune.events.Channel;
import attune.events.JournalEvent.Choice;
import attune.events.JournalEvent.EmailPreference;
import attune.events.JournalEvent.PreferencesChanged;
import attune.events.Level;
import attune.events.NotificationId;
import attune.events.PrivateText;
import attune.http.kit.NoBlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The one click by which mails end, from the header of a real mail to the next mail that does not come. */
@ExtendWith(NoBlocking.class)
class UnsubscribeIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String ZONE = "Pacific/Chatham";
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @TempDir
    static Path folder;

    private static World world;
    private static Service service;

    @BeforeAll
    static void start() {
        world = World.start(folder);
        service = world.service("unsubscribe", "--attune.notification.keys=" + "0f".repeat(32),
                "--attune.notification.unsubscribe.url=https://attune.example");
    }

    @AfterAll
    static void stop() {
        service.close();
        world.close();
    }

    @Test
    void endsWithOneClickAndComesAgainWhenThatIsTakenBack() {
        String path = pathInMailTo("ada");

        HttpResponse<String> answer = post(path, ONE_CLICK, "*/*");
        assertThat(answer.statusCode()).isEqualTo(204);
        awaitUnsubscribed("ada", "suggestion");
        assertThat(ending("ada", world.writer.suggest("ada"))).isEqualTo("ended email muted switched-off");

        HttpResponse<String> again = service.send(service.request("ada", "/api/v1/me/unsubscriptions/suggestion")
                .DELETE());
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Attune-Position")).isPresent();
        await().atMost(LONG).until(() -> unsubscribed("ada").isEmpty());
        assertThat(ending("ada", world.writer.suggest("ada"))).isEqualTo("ended email sent delivered");
    }

    @Test
    void tellsMailProgramsHowInEveryMailThatMayEnd() {
        Mail mail = mailTo("bea");

        assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", ONE_CLICK)
                .containsEntry("Auto-Submitted", "auto-generated");
        assertThat(header(mail)).matches("<https://attune\\.example/api/v1/unsubscribe/[A-Za-z0-9_-]+>")
                .doesNotContain("bea", "suggestion");
        assertThat(header(mail)).isEqualTo(header(mailTo("bea")));
    }

    @Test
    void changesNothingForProgramsThatOnlyLook() {
        String path = pathInMailTo("cai");

        HttpResponse<String> page = service.send(open(path).header("Accept-Language", "fr, de-AT;q=0.8").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Language")).contains("de");
        assertThat(page.body()).contains("<html lang=\"de\">", "method=\"post\"", "value=\"One-Click\"", "<button")
                .doesNotContain("cai", "src=", "<script");
        assertThat(service.send(open(path).method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
        assertThat(post(path, "", "text/html").statusCode()).isEqualTo(400);
        assertThat(post(path, "List-Unsubscribe=No", "*/*").statusCode()).isEqualTo(400);

        assertThat(unsubscribed("cai")).isEmpty();
        assertThat(ending("cai", world.writer.suggest("cai"))).isEqualTo("ended email sent delivered");
    }

    @Test
    void showsPagesThatMayHaveTheirStyleAndSendTheirFormAndNothingElse() {
        String path = pathInMailTo("gus");
        List<HttpResponse<String>> pages = List.of(
                service.send(open(path).header("Accept", "text/html").GET()),
                service.send(open("/api/v1/unsubscribe/x").header("Accept-Language", "de").GET()),
                post("/api/v1/unsubscribe/x", ONE_CLICK, "text/html"),
                post(path, "", "text/html"),
                post(path, ONE_CLICK, "text/html"));

        assertThat(pages).extracting(HttpResponse::statusCode).containsExactly(200, 404, 404, 400, 200);
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; "
                    + "style-src 'sha256-" + hashOfStyle(page.body()) + "'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'");
            assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(page.body()).doesNotContain("<script", " style=", " src=", "http:", "https:", "gus");
        });
    }

    @Test
    void isDoneOnceHoweverOftenItIsAsked() {
        String path = pathInMailTo("dee");

        assertThat(post(path, ONE_CLICK, "text/html").body()).contains("<html lang=\"en\">", "no more mails");
        awaitUnsubscribed("dee", "suggestion");
        HttpResponse<String> first = service.get("dee", "/api/v1/me/unsubscriptions");
        world.clock.putForward(Duration.ofSeconds(5));
        assertThat(post(path, ONE_CLICK, "*/*").statusCode()).isEqualTo(204);
        assertThat(multipart(path).statusCode()).isEqualTo(204);

        OpenApi.check("Unsubscriptions", first.body());
        assertThat(service.get("dee", "/api/v1/me/unsubscriptions").body()).isEqualTo(first.body());
    }

    @Test
    void letsALaterChoiceAboutThatMailWinAndNoOther() {
        String path = pathInMailTo("eli");
        world.clock.putForward(Duration.ofSeconds(1));
        assertThat(post(path, ONE_CLICK, "*/*").statusCode()).isEqualTo(204);
        awaitUnsubscribed("eli", "suggestion");

        world.clock.putForward(Duration.ofSeconds(1));
        prefer("eli", "Europe/Berlin", Level.ON); // as before, and in another zone
        assertThat(ending("eli", world.writer.suggest("eli"))).isEqualTo("ended email muted switched-off");

        prefer("eli", ZONE, Level.OFF);
        world.clock.putForward(Duration.ofSeconds(1));
        prefer("eli", ZONE, Level.ON);
        await().atMost(LONG).until(() -> unsubscribed("eli").isEmpty());
        assertThat(ending("eli", world.writer.suggest("eli"))).isEqualTo("ended email sent delivered");
    }

    @Test
    void saysClearlyThatALinkIsNoneOfOurs() {
        String path = pathInMailTo("fay");
        for (String bad : List.of(path.substring(0, path.length() - 1), path + "A", "/api/v1/unsubscribe/x")) {
            HttpResponse<String> page = service.send(open(bad).header("Accept", "text/html").GET());
            HttpResponse<String> problem = post(bad, ONE_CLICK, "*/*");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("This link does not lead anywhere");
            assertThat(problem.statusCode()).isEqualTo(404);
            OpenApi.check("Problem", problem.body());
        }
        assertThat(unsubscribed("fay")).isEmpty();
        assertThat(service.send(service.request("fay", "/api/v1/me/unsubscriptions/safety").DELETE()).statusCode())
                .isEqualTo(404);
    }

    private static String pathInMailTo(String person) {
        return URI.create(header(mailTo(person)).replaceAll("[<>]", "")).getPath();
    }

    private static Mail mailTo(String person) {
        prefer(person, ZONE, Level.ON);
        NotificationId id = world.writer.suggest(person);
        assertThat(ending(person, id)).isEqualTo("ended email sent delivered");
        return world.mails(id).getFirst();
    }

    private static void prefer(String person, String zone, Level level) {
        world.writer.append(person, new PreferencesChanged(zone, "en", Quiet.later(world.clock, zone),
                new EmailPreference(PrivateText.of(person + "@attune.example"), true), List.of(),
                List.of(new Choice(Category.SUGGESTION, Channel.EMAIL, level)), null, null, false, false));
    }

    private static String header(Mail mail) {
        return Objects.requireNonNull(mail.headers().get("List-Unsubscribe"));
    }

    private static String ending(String person, NotificationId id) {
        await().atMost(LONG).until(() -> service.get(person, "/api/v1/notifications/" + id).statusCode() == 200
                && service.history(person, id).stream().anyMatch(step -> step.startsWith("ended email")));
        return service.history(person, id).stream().filter(step -> step.startsWith("ended email")).findFirst()
                .orElseThrow();
    }

    private static void awaitUnsubscribed(String person, String category) {
        await().atMost(LONG).until(() -> unsubscribed(person).equals(List.of(category)));
    }

    private static List<String> unsubscribed(String person) {
        return Service.items(service.get(person, "/api/v1/me/unsubscriptions")).stream()
                .map(item -> item.path("category").asString())
                .toList();
    }

    private static String hashOfStyle(String page) throws NoSuchAlgorithmException {
        List<String> parts = List.of(page.split("</?style>", -1));
        assertThat(parts).hasSize(3);
        return Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(parts.get(1).getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(service.uri(path)).timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> post(String path, String form, String accept) {
        return service.send(open(path).header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> multipart(String path) {
        String form = """
                --xxx
                Content-Disposition: form-data; name="List-Unsubscribe"

                One-Click
                --xxx--
                """;
        return service.send(open(path).header("Content-Type", "multipart/form-data; boundary=xxx")
                .POST(BodyPublishers.ofString(form.replace("\n", "\r\n"))));
    }
}
