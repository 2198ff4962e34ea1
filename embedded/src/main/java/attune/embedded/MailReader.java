package attune.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import attune.embedded.MailCatcher.Mail;

/** Turns a message file into what people and tests want to see of it. */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    static Mail read(String id, Instant receivedAt, InputStream file) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(SESSION, file);
        Map<String, String> headers = headers(message);
        String recipients = headers.getOrDefault(MailFolder.RECIPIENTS, "");
        String subject = message.getSubject();
        return new Mail(id, receivedAt, headers.getOrDefault("From", ""),
                recipients.isEmpty() ? List.of() : List.of(recipients.split(", ")),
                subject == null ? "" : subject, headers, text(message));
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.putIfAbsent(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        return headers;
    }

    private static String text(Part part) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            return text(parts, part.isMimeType("multipart/alternative"));
        }
        if (part.isMimeType("text/html")) {
            return withoutMarkup(String.valueOf(part.getContent()));
        }
        return part.isMimeType("text/*") ? String.valueOf(part.getContent()) : "";
    }

    /** Of alternatives the plain text if there is one, else the first that says something; of a mixture all of it. */
    private static String text(Multipart parts, boolean alternatives) throws IOException, MessagingException {
        StringBuilder all = new StringBuilder();
        String first = "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String text = text(part);
            if (alternatives && part.isMimeType("text/plain")) {
                return text;
            }
            first = first.isEmpty() ? text : first;
            all.append(text);
        }
        return alternatives ? first : all.toString();
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?is)<(style|script)\\b.*?</\\1>", "").replaceAll("(?i)<br\\s*/?>|</p>|</div>", "\n")
                .replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&nbsp;", " ").replace("&amp;", "&").strip();
    }
}
