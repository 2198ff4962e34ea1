package attune.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Receivers do wrong what they are asked to, and nothing else. */
class FaultsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static MailCatcher mail;
    private static WebhookReceiver webhooks;
    private static FaultControl control;

    @BeforeAll
    static void start() {
        mail = MailCatcher.start(MailCatcher.Settings.in(folder));
        webhooks = WebhookReceiver.start(0, InstantSource.system());
        control = FaultControl.start(0, Map.of("smtp", mail.faults(), "webhooks", webhooks.faults()));
    }

    @AfterAll
    static void stop() {
        control.close();
        webhooks.close();
        mail.close();
    }

    @ParameterizedTest
    @CsvSource({"BUSY,451", "BROKEN,421", "GONE,550"})
    void mailIsRefusedInTheWordsOfSmtp(Fault fault, String code) {
        mail.faults().becomes(fault);

        assertThatThrownBy(FaultsIT::send).hasStackTraceContaining(code);
        assertThat(mail.messages()).noneMatch(one -> one.subject().equals(code));

        mail.faults().becomes(Fault.OFF);
    }

    @Test
    void mailIsTakenBeforeTheConnectionDrops() {
        int before = mail.messages().size();
        mail.faults().becomes(Fault.DROPPING);

        assertThatThrownBy(FaultsIT::send).isInstanceOf(MessagingException.class);
        assertThat(mail.messages()).hasSize(before + 1);

        mail.faults().becomesSlow(Duration.ofMillis(20));
        assertThatCode(FaultsIT::send).doesNotThrowAnyException();
        assertThat(mail.messages()).hasSize(before + 2);
        mail.faults().becomes(Fault.OFF);
    }

    @Test
    void isSwitchedOverHttp() throws IOException, InterruptedException {
        assertThat(put("webhooks", "{\"fault\":\"gone\"}").body()).contains("\"gone\"");
        assertThat(webhooks.faults().now()).isEqualTo(Fault.GONE);
        assertThat(post(webhooks.endpoint("x")).statusCode()).isEqualTo(410);
        assertThat(put("webhooks", "{\"fault\":\"busy\"}").statusCode()).isEqualTo(200);
        assertThat(post(webhooks.endpoint("x")).headers().firstValue("Retry-After")).contains("1");
        assertThat(put("webhooks", "{\"fault\":\"slow\",\"millis\":5}").statusCode()).isEqualTo(200);
        assertThat(post(webhooks.endpoint("x")).statusCode()).as("not signed").isEqualTo(401);
        assertThat(put("webhooks", "{\"fault\":\"off\"}").statusCode()).isEqualTo(200);
        assertThat(HTTP.send(HttpRequest.newBuilder(control.address()).build(), BodyHandlers.ofString()).body())
                .contains("smtp", "webhooks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"webhooks;{\"fault\":\"sad\"};400", "webhooks;nonsense;400",
            "webhooks;{\"fault\":\"slow\",\"millis\":0};400", "webhooks;{\"fault\":\"slow\",\"millis\":\"long\"};400",
            "nobody;{\"fault\":\"off\"};404"})
    void saysWhatItDoesNotUnderstand(String name, String body, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = put(name, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isNotBlank();
        assertThat(webhooks.faults().now()).isEqualTo(Fault.OFF);
    }

    private static HttpResponse<String> put(String name, String body) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(control.address() + "/" + name))
                .PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")).build(),
                BodyHandlers.ofString());
    }

    private static void send() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", Loopback.HOST);
        properties.put("mail.smtp.port", Integer.toString(mail.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("attune@localhost"));
        message.setRecipient(RecipientType.TO, new InternetAddress("client-1@example.org"));
        message.setSubject("Hello");
        message.setText("Hello");
        Transport.send(message);
    }
}
