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
import attune.events.Log;
import attune.notification.channels.Carrier;
import attune.notification.delivery.ReminderClock.Running;
import attune.notification.leases.Leases;
import attune.notification.planning.CaseSteps;
import attune.notification.planning.PlannerFold;
import attune.notification.recipients.RecipientFold;

/** The dispatcher and what it works with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    Outlook outlook(Documents documents, DeliverySettings settings, Clock clock) {
        return new Outlook(documents, settings, clock);
    }

    @Bean
    CaseSteps caseSteps(DeliverySettings settings) {
        return settings.cases().steps();
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
            KafkaClients kafka, Leases leases, Courier courier, DeliveryLog log, DeliverySettings settings,
            DeliveryMetrics metrics, Clock clock) {
        LogEnds ends = new LogEnds(kafka::consumer);
        ReminderClock reminders = new ReminderClock(documents,
                new Barriers<>(Log.JOURNAL, RecipientFold.NAME, ends, progress, positions, Running::partition,
                        running -> running.timer().set()),
                new Barriers<>(Log.COACHING, PlannerFold.NAME, ends, progress, positions, Running::partition,
                        running -> running.timer().set()),
                log, settings, clock);
        OwnedPartitions partitions = new OwnedPartitions(progress, ends, leases, System::nanoTime);
        DueQueue queue = new DueQueue(settings.recheckUnknownZone());
        metrics.watch(queue);
        JustSent justSent = new JustSent();
        Sender sender = new Sender(courier, queue, justSent, changes, clock);
        Rounds rounds = new Rounds(queue, partitions,
                new Barriers<>(Log.JOURNAL, RecipientFold.NAME, ends, progress, positions, Due::partition, Due::key),
                new Addressees(documents, courier, justSent), courier, sender, new Recorder(log, queue, metrics),
                settings, clock);
        return new Dispatcher(changes, documents, partitions, ends, queue, reminders, rounds, sender, settings, clock);
    }
}
