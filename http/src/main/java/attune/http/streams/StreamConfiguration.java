package attune.http.streams;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Event streams and how many are open. */
@AutoConfiguration
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    EventStreams eventStreams(StreamSettings settings, Clock clock, MeterRegistry metrics) {
        EventStreams streams = new EventStreams(settings, clock);
        Gauge.builder("attune.feed.connections", streams, EventStreams::openStreams)
                .description("Open event streams")
                .register(metrics);
        return streams;
    }
}
