package attune.notification.seals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seal of this service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealSettings.class)
class SealConfiguration {

    private static final Logger LOGGER = LoggerFactory.getLogger(SealConfiguration.class);

    @Bean
    Seal seal(SealSettings settings) {
        if (settings.keys().isEmpty()) {
            LOGGER.warn("Without ATTUNE_NOTIFICATION_KEYS mails have no link to unsubscribe and there are no webhooks");
        }
        return new Seal(settings.keys());
    }
}
