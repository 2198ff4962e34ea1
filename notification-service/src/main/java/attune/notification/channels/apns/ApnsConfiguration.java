package attune.notification.channels.apns;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.notification.channels.Gates;
import attune.notification.channels.PhonePushes;

/** Pushes to phones through APNs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApnsSettings.class)
class ApnsConfiguration {

    @Bean
    PhonePushes apns(ApnsSettings settings, Gates gates, Clock clock) {
        return new ApnsPushes(settings, gates.of("apns"), clock);
    }
}
