package attune.notification.inbox;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import attune.eventlog.EventLogProperties;
import attune.eventlog.KafkaClients;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.streams.LogStream;
import attune.events.EventCodec;
import attune.events.Log;

/** The inbox and what it is made of. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    Readers readers(Documents documents) {
        return new Readers(documents);
    }

    @Bean
    Inbox inboxes(Documents documents, Readers readers) {
        return new Inbox(documents, readers);
    }

    @Bean
    ReadMarks readMarks(Inbox inbox, EventAppender appender, Clock clock,
            @Value("${spring.application.name}") String source) {
        return new ReadMarks(inbox, appender, clock, source);
    }

    @Bean
    LogStream deliveriesStream(EventLogProperties properties, KafkaClients kafka, EventCodec codec) {
        return new LogStream(List.of(Log.DELIVERIES), properties.partitions(), properties.remembered(),
                kafka::consumer, codec);
    }

    @Bean
    InboxStream inboxStream(LogStream log, Documents documents, Readers readers, ReadYourWrites folds,
            JsonMapper json, MeterRegistry metrics) {
        return new InboxStream(log, documents, readers, folds, json, metrics);
    }
}
