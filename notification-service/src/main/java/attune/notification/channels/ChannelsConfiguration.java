package attune.notification.channels;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all channels go through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
class ChannelsConfiguration {

    @Bean
    Gates gates(ProviderSettings settings, MeterRegistry registry, Clock clock) {
        return new Gates(settings, registry, clock);
    }
}
