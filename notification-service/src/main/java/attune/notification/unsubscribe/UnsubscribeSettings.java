package attune.notification.unsubscribe;

import java.net.URI;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people unsubscribe.
 *
 * @param url the gateway as mail programs reach it, such as {@code https://attune.example} ({@code ATTUNE_URL})
 * @param mailbox where people may write instead ({@code ATTUNE_UNSUBSCRIBE_MAILBOX}); somebody has to read what comes
 *            there. Nothing is offered if it is empty
 */
@ConfigurationProperties("attune.notification.unsubscribe")
record UnsubscribeSettings(@DefaultValue("http://localhost:8080") URI url, @DefaultValue("") String mailbox) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;?]+@[A-Za-z0-9.-]+");

    UnsubscribeSettings {
        if (url.getHost() == null || url.getQuery() != null || !(url.getScheme().equals("https")
                || url.getScheme().equals("http"))) {
            throw new IllegalArgumentException(
                    "attune.notification.unsubscribe.url (ATTUNE_URL) must be the http(s) address of the gateway");
        }
        if (!mailbox.isEmpty() && !ADDRESS.matcher(mailbox).matches()) {
            throw new IllegalArgumentException("attune.notification.unsubscribe.mailbox (ATTUNE_UNSUBSCRIBE_MAILBOX)"
                    + " must be a plain mail address");
        }
    }
}
