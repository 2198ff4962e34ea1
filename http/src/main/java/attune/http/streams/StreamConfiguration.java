package attune.http.streams;

import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Event streams and how many are open, in a room that says whom its streams are for: {@code attune.streams.audience}. */
@AutoConfiguration
@ConditionalOnProperty("attune.streams.audience")
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    EventStreams eventStreams(StreamSettings settings, Clock clock, MeterRegistry metrics,
            @Value("${attune.streams.audience}") String audience) {
        EventStreams streams = new EventStreams(settings, clock);
        Gauge.builder("attune.feed.connections", streams, EventStreams::openStreams)
                .description("Open event streams")
                .tag("audience", audience)
                .register(metrics);
        return streams;
    }
}
