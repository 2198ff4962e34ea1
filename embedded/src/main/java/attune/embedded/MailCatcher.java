package attune.embedded;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server that takes every message for everybody and keeps it: as a file in its folder, on a page for people and
 * as JSON for programs. Nothing ever leaves this machine. The folder keeps the newest 10,000 messages, also over a
 * restart. Safe for use by several threads.
 *
 * <p>
 * The page's server answers {@code GET /} with a list, {@code GET /mails/ID} with one message to read,
 * {@code GET /messages} with JSON, newest first, at most {@code ?limit=} of them (100 unless told), and
 * {@code GET /messages/ID} with one of them as JSON.
 */
public final class MailCatcher implements AutoCloseable {

    private static final String WHO = "The mail catcher";
    private static final int KEEP = 10_000;

    private final DataFolder folder;
    private final GreenMail smtp;
    private final SmtpFront front;
    private final FaultSwitch faults;
    private final LoopbackHttp http;
    private final MailFolder mails;

    private MailCatcher(DataFolder folder, GreenMail smtp, SmtpFront front, FaultSwitch faults, LoopbackHttp http,
            MailFolder mails) {
        this.folder = folder;
        this.smtp = smtp;
        this.front = front;
        this.faults = faults;
        this.http = http;
        this.mails = mails;
    }

    /**
     * How to start the catcher.
     *
     * @param folder where it keeps the messages; made if missing
     * @param smtpPort where it takes mail, 1 to 65535, or 0 for any free port
     * @param pagePort where it shows mail, 1 to 65535, or 0 for any free port
     * @param keep how many messages it keeps at most
     */
    public record Settings(Path folder, int smtpPort, int pagePort, int keep) {

        public static Settings in(Path folder) {
            return new Settings(folder, 0, 0, KEEP);
        }

        public Settings onPorts(int newSmtpPort, int newPagePort) {
            return new Settings(folder, newSmtpPort, newPagePort, keep);
        }

        public Settings keeping(int messages) {
            return new Settings(folder, smtpPort, pagePort, messages);
        }
    }

    /**
     * One message.
     *
     * @param id its name in the folder; later messages have greater ids
     * @param receivedAt when it was taken
     * @param from the sender, as the message itself says
     * @param to the recipients of the envelope, in no order; also those whom the message does not name
     * @param subject the subject, decoded, empty if there is none
     * @param headers the first value of every header, by its name as written
     * @param text the readable text, without markup
     */
    public record Mail(String id, Instant receivedAt, String from, List<String> to, String subject,
            Map<String, String> headers, String text) {}

    /**
     * Starts the catcher and waits until it takes mail.
     *
     * @throws EmbeddedException if a port or the folder cannot be had
     */
    public static MailCatcher start(Settings settings) {
        Loopback.requireFree(WHO, settings.smtpPort());
        DataFolder folder = DataFolder.open(settings.folder());
        try {
            MailFolder mails = MailFolder.open(folder.path(), settings.keep(), InstantSource.system());
            LoopbackHttp http = LoopbackHttp.bind(WHO, settings.pagePort());
            GreenMail smtp = startSmtp(mails);
            FaultSwitch faults = new FaultSwitch();
            SmtpFront front = startFront(settings.smtpPort(), smtp, http, faults);
            http.serve(new MailPages(mails));
            return new MailCatcher(folder, smtp, front, faults, http, mails);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static GreenMail startSmtp(MailFolder mails) {
        GreenMail smtp = new GreenMail(new ServerSetup(0, Loopback.HOST, ServerSetup.PROTOCOL_SMTP));
        smtp.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.start();
        smtp.getUserManager().setMessageDeliveryHandler(new Delivery(mails));
        return smtp;
    }

    private static SmtpFront startFront(int port, GreenMail smtp, LoopbackHttp http, FaultSwitch faults) {
        try {
            return SmtpFront.start(port, smtp.getSmtp().getPort(), faults);
        } catch (EmbeddedException e) {
            smtp.stop();
            http.close();
            throw e;
        }
    }

    /** Where to send mail to, as {@code host:port}. */
    public String smtpAddress() {
        return Loopback.HOST + ":" + smtpPort();
    }

    /** The port that takes mail. */
    public int smtpPort() {
        return front.port();
    }

    /** How it behaves when mail comes. */
    public FaultSwitch faults() {
        return faults;
    }

    /** Where people read the mail, such as {@code http://localhost:8025/}. */
    public String page() {
        return "http://localhost:" + http.port() + "/";
    }

    /** The newest messages, newest first, at most 1,000; read from the folder anew. */
    public List<Mail> messages() {
        return mails.newest(1_000);
    }

    /** Stops at once; what was answered with 250 is in the folder. */
    @Override
    public void close() {
        front.close();
        smtp.stop();
        http.close();
        folder.close();
    }
}
