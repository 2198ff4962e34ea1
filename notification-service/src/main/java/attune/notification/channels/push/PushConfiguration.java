package attune.notification.channels.push;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.notification.channels.Carrier;
import attune.notification.channels.Gates;
import attune.notification.channels.PhonePushes;

/** The push channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class PushConfiguration {

    @Bean
    PushChannel pushChannel(PushSettings settings, Gates gates, Clock clock) {
        return new PushChannel(settings, gates.of("web-push"), clock);
    }

    @Bean
    Carrier pushCarrier(PushChannel browsers, List<PhonePushes> phones, PushSettings settings) {
        return new PushCarrier(browsers, phones, settings);
    }
}
