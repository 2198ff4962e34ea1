package attune.notification.leases;

import java.util.UUID;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.EventLogProperties;

/** The leases of this process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseSettings.class)
class LeaseConfiguration {

    @Bean
    Leases leases(LeaseSettings settings, MongoDatabase database, EventLogProperties logs, MeterRegistry registry) {
        return new Leases(new LeaseBook(UUID.randomUUID().toString(), settings, System::nanoTime),
                new LeaseStore(database, settings.renewal()), settings, logs.partitions(), registry);
    }
}
