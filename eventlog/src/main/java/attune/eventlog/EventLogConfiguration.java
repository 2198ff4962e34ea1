package attune.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import attune.eventlog.append.AppendMetrics;
import attune.eventlog.append.EventAppender;
import attune.eventlog.deadletters.DeadLetters;
import attune.eventlog.documents.DocumentStore;
import attune.eventlog.documents.Documents;
import attune.eventlog.folds.FoldContext;
import attune.eventlog.folds.FoldMetrics;
import attune.eventlog.folds.FoldSeeks;
import attune.eventlog.folds.FoldStep;
import attune.eventlog.folds.Folds;
import attune.eventlog.metrics.Stages;
import attune.eventlog.positions.LogEnds;
import attune.eventlog.positions.Positions;
import attune.eventlog.positions.Progress;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.records.LogReader;
import attune.eventlog.traces.Traces;
import attune.events.EventCodec;

/**
 * The beans of the event log. A service imports this class, names its own log in {@code attune.eventlog.own-log} (which
 * brings the defaults of {@code eventlog-defaults.yml}), and declares its folds with {@link Folds#consume}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogProperties.class)
@Import(KafkaClients.class)
public class EventLogConfiguration {

    @Bean
    @SuppressWarnings("TimeZoneUsage")
    Clock clock() {
        return Clock.systemUTC(); // the one place where time comes in
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    Stages stages(MeterRegistry registry, Clock clock) {
        return new Stages(registry, clock);
    }

    @Bean(destroyMethod = "close")
    EventAppender eventAppender(EventLogProperties properties, KafkaClients kafka, EventCodec codec,
            MeterRegistry registry, Stages stages, Traces traces) {
        return new EventAppender(properties.ownLog(), kafka.producer(), codec, properties.appendBudget(),
                new AppendMetrics(registry, stages), traces);
    }

    @Bean
    LogReader logReader(KafkaClients kafka, EventCodec codec, EventLogProperties properties) {
        Supplier<Consumer<byte[], byte[]>> consumers = kafka::consumer;
        return new LogReader(consumers, codec, properties.databasePatience());
    }

    /** On a cluster a fail-over may not roll back a state and keep its position. */
    @Bean
    MongoClientSettingsBuilderCustomizer majority() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY).readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(3, java.util.concurrent.TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoConnectionDetails details) {
        ConnectionString address = details.getConnectionString();
        String name = address.getDatabase();
        if (name == null) {
            throw new IllegalStateException("spring.mongodb.uri must name the service's own database");
        }
        return client.getDatabase(name);
    }

    /** By this name it takes the place of Spring's own. */
    @Bean
    DatabaseHealth mongoHealthIndicator(MongoDatabase database) {
        return new DatabaseHealth(database);
    }

    @Bean
    Documents documents(MongoDatabase database) {
        return new Documents(database);
    }

    @Bean
    Positions positions(MongoDatabase database, EventLogProperties properties) {
        return new Positions(database, properties.databasePatience());
    }

    @Bean(destroyMethod = "close")
    LogEnds logEnds(KafkaClients kafka, EventLogProperties properties) {
        return new LogEnds(kafka::admin, properties.partitions());
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database, EventLogProperties properties) {
        return new DeadLetters(database, properties.databasePatience());
    }

    @Bean
    Folds folds(@Value("${spring.application.name}") String source, EventLogProperties properties,
            EventAppender appender, LogReader reader, MongoDatabase database, Positions positions,
            DeadLetters deadLetters, MeterRegistry registry, Stages stages, Traces traces, Clock clock,
            EventCodec codec,
            Progress progress, ObjectProvider<FoldStep.Listener> steps) {
        FoldContext context = new FoldContext(source, appender, reader,
                new DocumentStore(database, properties.databasePatience()), positions, progress, deadLetters,
                new FoldMetrics(registry, stages, clock), traces, clock,
                steps.getIfAvailable(() -> FoldStep.Listener.NONE));
        return new Folds(context, codec);
    }

    @Bean
    Progress progress() {
        return new Progress();
    }

    @Bean
    FoldSeeks foldSeeks(Folds folds) {
        return new FoldSeeks(folds);
    }

    @Bean
    ReadYourWrites readYourWrites(Folds folds, Progress progress, Positions positions,
            EventLogProperties properties) {
        return new ReadYourWrites(folds::reading, progress, positions, properties.readPatience());
    }

    @Bean
    FoldsEndpoint foldsEndpoint(Folds folds, EventLogProperties properties) {
        return new FoldsEndpoint(folds, properties.partitions());
    }

    /**
     * What is merely down is waited for, for ever and in order: without this, a batch that failed ten times would be
     * skipped without a trace.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> waitForWhatIsDown() {
        return (container, _, _) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
            backOff.setMaxInterval(Duration.ofSeconds(5).toMillis());
            container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
            container.getContainerProperties().setIdleEventInterval(Duration.ofSeconds(1).toMillis());
        };
    }
}
