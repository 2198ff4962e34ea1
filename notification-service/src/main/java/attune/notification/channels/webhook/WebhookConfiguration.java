package attune.notification.channels.webhook;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.documents.Documents;
import attune.notification.channels.Gates;
import attune.notification.intake.Intake;
import attune.notification.seals.Seal;

/** The webhook channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    WebhookSecrets webhookSecrets(Seal seal) {
        return new WebhookSecrets(seal);
    }

    @Bean
    WebhookChannel webhookChannel(WebhookSettings settings, WebhookSecrets secrets, Gates gates, Clock clock) {
        return new WebhookChannel(settings, secrets, gates.of(WebhookChannel.PROVIDER), clock);
    }

    @Bean
    WebhookRegistry webhookRegistry(Documents documents, Intake intake, WebhookSecrets secrets) {
        return new WebhookRegistry(documents, intake, secrets);
    }
}
