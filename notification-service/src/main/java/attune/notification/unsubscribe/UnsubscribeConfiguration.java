package attune.notification.unsubscribe;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.documents.Documents;
import attune.notification.intake.Intake;
import attune.notification.seals.Seal;

/** Unsubscribing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UnsubscribeSettings.class)
class UnsubscribeConfiguration {

    @Bean
    UnsubscribeLinks unsubscribeLinks(Seal seal, UnsubscribeSettings settings) {
        return new UnsubscribeLinks(seal, settings);
    }

    @Bean
    Unsubscribing unsubscribing(Documents documents, Intake intake) {
        return new Unsubscribing(documents, intake);
    }
}
