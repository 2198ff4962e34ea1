package attune.eventlog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import attune.events.Log;

/**
 * How a service uses the logs.
 *
 * @param ownLog the log that the service writes: {@code journal}, {@code coaching} or {@code deliveries}
 * @param partitions how many partitions a log gets when it is created; all logs must have the same number, and it must
 *        not change while they hold events
 * @param replicas how many brokers keep a copy when a log is created
 * @param appendBudget how long a request waits for the log; longer than {@code deliveryTimeout}
 * @param deliveryTimeout how long the producer tries
 * @param databasePatience how long a consumer thread waits for one answer of the database
 * @param readPatience how long a read waits for the read model to contain what the caller wrote
 * @param remembered how many events an instance keeps in memory for live streams that resume
 */
@ConfigurationProperties("attune.eventlog")
public record EventLogProperties(Log ownLog, @DefaultValue("12") int partitions, @DefaultValue("1") short replicas,
        @DefaultValue("3s") Duration appendBudget, @DefaultValue("2500ms") Duration deliveryTimeout,
        @DefaultValue("10s") Duration databasePatience, @DefaultValue("2s") Duration readPatience,
        @DefaultValue("10000") int remembered) {

    public EventLogProperties {
        if (ownLog == null) {
            throw new IllegalArgumentException("attune.eventlog.own-log must name the log that the service writes");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("attune.eventlog.partitions must be at least 1");
        }
        if (deliveryTimeout.compareTo(appendBudget) >= 0) {
            throw new IllegalArgumentException(
                    "attune.eventlog.delivery-timeout must be shorter than attune.eventlog.append-budget");
        }
    }
}
