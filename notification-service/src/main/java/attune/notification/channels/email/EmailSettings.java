package attune.notification.channels.email;

import java.net.URI;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent. Where to is told by {@code spring.mail} ({@code ATTUNE_SMTP_HOST}, {@code ATTUNE_SMTP_PORT}).
 *
 * @param from the sender ({@code ATTUNE_MAIL_FROM}): an address, without a name
 * @param app where the link in the mail leads ({@code ATTUNE_APP_URL})
 * @param provider the name of the relay in metrics and on the log
 * @param atOnce how many mails are handed over at the same time
 */
@ConfigurationProperties("attune.notification.email")
public record EmailSettings(@DefaultValue("attune@localhost") String from,
        @DefaultValue("http://localhost:8080/") URI app, @DefaultValue("smtp") String provider,
        @DefaultValue("16") int atOnce) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;]+@[A-Za-z0-9.-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,30}");

    public EmailSettings {
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException(
                    "attune.notification.email.from (ATTUNE_MAIL_FROM) must be a plain mail address");
        }
        if (app.getHost() == null || !(app.getScheme().equals("https") || app.getScheme().equals("http"))) {
            throw new IllegalArgumentException(
                    "attune.notification.email.app (ATTUNE_APP_URL) must be the http(s) address of the app");
        }
        if (!LABEL.matcher(provider).matches()) {
            throw new IllegalArgumentException(
                    "attune.notification.email.provider must be 1 to 30 lower case letters, digits or dashes");
        }
        if (atOnce < 1 || atOnce > 1_000) {
            throw new IllegalArgumentException("attune.notification.email.at-once must be from 1 to 1000");
        }
    }

    /** The part of the sender's address after the @. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
