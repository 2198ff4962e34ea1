package attune.notification.channels.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are called. Without a key to seal their secrets there are none.
 *
 * @param timeout how long a receiver may take to answer
 * @param atOnce how many are called at the same time
 * @param insideToo whether receivers may lie on this machine or in a private network: for tests and demos only
 */
@ConfigurationProperties("attune.notification.webhook")
public record WebhookSettings(@DefaultValue("10s") Duration timeout, @DefaultValue("32") int atOnce,
        @DefaultValue("false") boolean insideToo) {

    public WebhookSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("attune.notification.webhook.timeout must be longer than 0");
        }
        if (atOnce < 1 || atOnce > 1_000) {
            throw new IllegalArgumentException("attune.notification.webhook.at-once must be from 1 to 1000");
        }
    }
}
