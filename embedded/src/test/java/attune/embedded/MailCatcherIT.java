package attune.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import attune.embedded.MailCatcher.Mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailCatcherIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private MailCatcher catcher;

    @BeforeEach
    void start() {
        catcher = MailCatcher.start(MailCatcher.Settings.in(folder));
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void takesMailForEverybodyAndKeepsItAsAFile() throws Exception {
        send("Zeit für ein Gespräch – 5 minutes", "Good morning.\r\n.\r\nTake a breath.", "client-1@example.org");

        Mail mail = catcher.messages().getFirst();
        assertThat(mail.subject()).isEqualTo("Zeit für ein Gespräch – 5 minutes");
        assertThat(mail.to()).containsExactly("client-1@example.org");
        assertThat(mail.from()).isEqualTo("attune@localhost");
        assertThat(mail.text()).isEqualToIgnoringNewLines("Good morning.\r\n.\r\nTake a breath.");
        assertThat(mail.headers()).containsKey("Message-ID");
        assertThat(files()).containsExactly(mail.id() + ".eml");
    }

    @Test
    void keepsOneMessageForSeveralRecipients() throws Exception {
        send("For two", "Hello", "client-1@example.org", "client-2@example.org");

        assertThat(catcher.messages()).singleElement().extracting(Mail::to).asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("client-1@example.org", "client-2@example.org");
    }

    @Test
    void showsTheTextOfAMessageWithAlternatives() throws Exception {
        MimeMessage message = message("Both", "client-1@example.org");
        Multipart both = new MimeMultipart("alternative", part("The plain text", "plain"),
                part("<p>The <b>other</b> text</p>", "html"));
        message.setContent(both);
        Transport.send(message);

        assertThat(catcher.messages().getFirst().text()).isEqualTo("The plain text");
    }

    @Test
    void readsTheTextOutOfMarkup() throws Exception {
        MimeMessage message = message("Markup", "client-1@example.org");
        message.setText("<style>p{}</style><p>Fish &amp; chips</p>", "UTF-8", "html");
        Transport.send(message);

        assertThat(catcher.messages().getFirst().text()).isEqualTo("Fish & chips");
    }

    @Test
    void showsTheNewestFirstToPeople() throws Exception {
        send("The first", "one", "client-1@example.org");
        send("The second", "two", "client-2@example.org");

        String page = get(catcher.page()).body();

        assertThat(page).contains("2 messages", "to client-2@example.org");
        assertThat(page.indexOf("The second")).isLessThan(page.indexOf("The first"));
    }

    @Test
    void showsMarkupAsTextAndAddressesAsLinks() throws Exception {
        send("<script>alert(1)</script>", "See http://localhost:8080/suggestions/7. <img src=x>",
                "client-1@example.org");

        HttpResponse<String> page = get(catcher.page() + "mails/" + catcher.messages().getFirst().id());

        assertThat(page.body()).doesNotContain("<script>", "<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x&gt;",
                        "<a href=\"http://localhost:8080/suggestions/7\" rel=\"noreferrer\">");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
    }

    @Test
    void tellsProgramsInJson() throws Exception {
        send("Older", "one", "client-1@example.org");
        send("Newer", "two \"quoted\"", "client-2@example.org");

        Map<String, Object>[] messages = JSONObjectUtils.getJSONObjectArray(
                JSONObjectUtils.parse(get(catcher.page() + "messages?limit=1").body()), "messages");

        assertThat(messages).hasSize(1);
        assertThat(messages[0]).containsEntry("subject", "Newer").containsEntry("from", "attune@localhost")
                .containsEntry("to", List.of("client-2@example.org"));
        assertThat((String) messages[0].get("text")).startsWith("two \"quoted\"");
        assertThat(get(catcher.page() + "messages/" + messages[0].get("id")).body()).contains("\"subject\":\"Newer\"");
    }

    @Test
    void showsNoOtherFile() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThat(get(catcher.page() + "mails/..%2Fsecret.txt").statusCode()).isEqualTo(404);
        assertThat(get(catcher.page() + "messages/secret").statusCode()).isEqualTo(404);
        assertThat(get(catcher.page() + "elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void changesNothingOverHttp() throws Exception {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(catcher.page() + "messages"))
                .POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void keepsMailOverARestart() throws Exception {
        send("Before", "one", "client-1@example.org");
        catcher.close();

        catcher = MailCatcher.start(MailCatcher.Settings.in(folder));
        send("After", "two", "client-1@example.org");

        assertThat(catcher.messages()).extracting(Mail::subject).containsExactly("After", "Before");
    }

    @Test
    void keepsTheNewestOnly() throws Exception {
        catcher.close();
        catcher = MailCatcher.start(MailCatcher.Settings.in(folder).keeping(2));

        for (String subject : List.of("one", "two", "three")) {
            send(subject, "text", "client-1@example.org");
        }

        assertThat(catcher.messages()).extracting(Mail::subject).containsExactly("three", "two");
        assertThat(files()).hasSize(2);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            MailCatcher.Settings smtp = MailCatcher.Settings.in(folder.resolve("a")).onPorts(taken.getLocalPort(), 0);
            MailCatcher.Settings page = MailCatcher.Settings.in(folder.resolve("b")).onPorts(0, taken.getLocalPort());

            assertThatThrownBy(() -> MailCatcher.start(smtp)).isInstanceOf(EmbeddedException.PortInUse.class);
            assertThatThrownBy(() -> MailCatcher.start(page)).isInstanceOf(EmbeddedException.PortInUse.class);
        }
    }

    private void send(String subject, String text, String... to) throws MessagingException {
        MimeMessage message = message(subject, to);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private MimeMessage message(String subject, String... to) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(catcher.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("attune@localhost");
        for (String recipient : to) {
            message.addRecipient(RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).toList();
        }
    }
}
