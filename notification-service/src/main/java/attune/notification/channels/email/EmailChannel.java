package attune.notification.channels.email;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;

import attune.events.AttemptOutcome;
import attune.events.Channel;
import attune.events.JournalEvent.EmailPreference;
import attune.events.PrivateText;
import attune.notification.channels.Carried;
import attune.notification.channels.Carrier;
import attune.notification.channels.Gate;
import attune.notification.channels.Handover;
import attune.notification.channels.Letter;
import attune.notification.messages.MailWords;
import attune.notification.messages.Messages;
import attune.notification.unsubscribe.UnsubscribeLinks;

/**
 * Hands mails over to the relay. Blocks until the relay has answered or its time is over. Safe for use by many threads.
 *
 * <p>
 * A mail about a notification always has the same {@code Message-ID}: whoever gets it twice can tell. Where that is
 * offered it says how to get no more such mails by one click (RFC 8058); the relay has to sign that (DKIM).
 */
public final class EmailChannel implements Carrier {

    private static final Logger LOGGER = LoggerFactory.getLogger(EmailChannel.class);

    private final JavaMailSender sender;
    private final EmailSettings settings;
    private final UnsubscribeLinks links;
    private final Gate gate;
    private final Clock clock;

    EmailChannel(JavaMailSender sender, EmailSettings settings, UnsubscribeLinks links, Gate gate, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.links = links;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int atOnce() {
        return settings.atOnce();
    }

    @Override
    public Carried carry(Letter letter) {
        EmailPreference email = Objects.requireNonNull(letter.recipient().email());
        return Carried.by(gate.provider(), gate.through("", () -> Handover
                .of(send(letter, email.address()))));
    }

    /** Tells a person that something is waiting for them, and never what. */
    private AttemptOutcome send(Letter letter, PrivateText address) {
        try {
            sender.send(message(letter, address));
            return AttemptOutcome.ACCEPTED;
        } catch (MessagingException | RuntimeException e) {
            AttemptOutcome outcome = SmtpAnswer.outcome(e);
            // Messages of the relay may repeat the address, so the class is all that is said.
            LOGGER.atWarn().addKeyValue("outcome", outcome.wireName()).addKeyValue("cause", SmtpAnswer.name(e))
                    .log("The relay did not take a mail");
            return outcome;
        }
    }

    private MimeMessage message(Letter letter, PrivateText address) throws MessagingException {
        URI stop = links.of(letter.person(), letter.category()).orElse(null);
        MailWords text = Messages.mail(letter.category(), letter.recipient().locale(), settings.app(), stop);
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address.value(), true));
        message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + letter.notification() + "@" + settings.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", text.language());
        if (stop != null) {
            message.setHeader("List-Unsubscribe", links.header(stop));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(text.plain(), "plain"));
        alternatives.addBodyPart(part(text.html(), "html"));
        message.setContent(alternatives);
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
