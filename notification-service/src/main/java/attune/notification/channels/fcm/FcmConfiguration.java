package attune.notification.channels.fcm;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.notification.channels.Gates;
import attune.notification.channels.PhonePushes;

/** Pushes to phones through FCM. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FcmSettings.class)
class FcmConfiguration {

    @Bean
    PhonePushes fcm(FcmSettings settings, Gates gates, Clock clock) {
        return new FcmPushes(settings, gates.of("fcm"), clock);
    }
}
