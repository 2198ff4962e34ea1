package attune.notification.delivery;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.KafkaClients;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.eventlog.metrics.Stages;
import attune.eventlog.positions.Positions;
import attune.eventlog.positions.Progress;
import attune.eventlog.traces.Traces;
import attune.notification.channels.Carrier;

/** The dispatcher and what it works with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    DeliveryMetrics deliveryMetrics(MeterRegistry registry, Stages stages, Clock clock) {
        return new DeliveryMetrics(registry, stages, clock);
    }

    @Bean
    DeliveryLog deliveryLog(EventAppender appender, Traces traces, Clock clock,
            @Value("${spring.application.name}") String source) {
        return new DeliveryLog(appender, traces, clock, source);
    }

    @Bean
    Courier courier(List<Carrier> carriers, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics,
            Traces traces, Clock clock) {
        return new Courier(carriers, log, settings, metrics, traces, clock);
    }

    @Bean
    Dispatcher dispatcher(Changes changes, Documents documents, Progress progress, Positions positions,
            KafkaClients kafka, Courier courier, DeliveryLog log, DeliverySettings settings, DeliveryMetrics metrics,
            Clock clock) {
        LogEnds ends = new LogEnds(kafka::consumer);
        return new Dispatcher(changes, documents, new OwnedPartitions(progress, ends),
                new WishesInForce(ends, progress, positions), ends, courier, log, settings, metrics, clock);
    }
}
