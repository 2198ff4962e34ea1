package attune.notification.unsubscribe;

import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
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
    Unsubscribing unsubscribing(Documents documents, EventAppender appender, Clock clock,
            @Value("${spring.application.name}") String source) {
        return new Unsubscribing(documents, appender, clock, source);
    }
}
