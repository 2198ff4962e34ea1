package attune.coach;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

import attune.coach.cases.CasesFold;
import attune.coach.cases.Escalations;
import attune.coach.cases.FindingsFold;
import attune.coach.cases.SafetyGauges;
import attune.coach.decisions.ClientsFold;
import attune.coach.feed.FeedCoachingFold;
import attune.coach.feed.FeedDeliveriesFold;
import attune.coach.feed.FeedJournalFold;
import attune.coach.gate.GateFold;
import attune.coach.rules.RuleBook;
import attune.coach.rules.RuleBookFile;
import attune.coach.suggestions.SuggestionsFold;
import attune.eventlog.EventLogProperties;
import attune.eventlog.KafkaClients;
import attune.eventlog.append.EventAppender;
import attune.eventlog.documents.Documents;
import attune.eventlog.folds.Folds;
import attune.eventlog.positions.Progress;
import attune.eventlog.positions.ReadYourWrites;
import attune.eventlog.streams.LogStream;
import attune.events.EventCodec;
import attune.events.Log;
import attune.events.Position;
import attune.http.positions.PositionAwaiter;
import attune.http.tokens.AccessRules;
import attune.http.tokens.Role;

/** What the coach service is made of: its rule book, its folds, and who may come in where. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SafetySettings.class)
class CoachConfiguration {

    @Bean
    RuleBook ruleBook() {
        return RuleBookFile.inForce();
    }

    @Bean
    Consumer<Message<List<byte[]>>> clients(Folds folds, RuleBook ruleBook, MeterRegistry registry) {
        return folds.consume(new ClientsFold(ruleBook), new SafetyMetrics(registry));
    }

    @Bean
    Consumer<Message<List<byte[]>>> gate(Folds folds, SafetySettings settings, MeterRegistry registry) {
        return folds.consume(new GateFold(RuleBookFile.all(), settings.ladder()),
                new SuggestionMetrics(registry).andThen(new SafetyMetrics(registry)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> suggestions(Folds folds) {
        return folds.consume(new SuggestionsFold());
    }

    @Bean
    Consumer<Message<List<byte[]>>> cases(Folds folds) {
        return folds.consume(new CasesFold());
    }

    @Bean
    Consumer<Message<List<byte[]>>> findings(Folds folds) {
        return folds.consume(new FindingsFold());
    }

    @Bean
    Escalations escalations(Documents documents, Progress progress, EventAppender appender, Clock clock,
            SafetySettings settings, @Value("${spring.application.name}") String source) {
        return new Escalations(documents, progress, appender, clock, settings.look(), source);
    }

    @Bean
    SafetyGauges safetyGauges(Documents documents, MeterRegistry registry, Clock clock, EventLogProperties properties) {
        return new SafetyGauges(documents, registry, clock, properties.partitions());
    }

    @Bean
    Consumer<Message<List<byte[]>>> feedJournal(Folds folds) {
        return folds.consume(new FeedJournalFold());
    }

    @Bean
    Consumer<Message<List<byte[]>>> feedCoaching(Folds folds) {
        return folds.consume(new FeedCoachingFold());
    }

    @Bean
    Consumer<Message<List<byte[]>>> feedDeliveries(Folds folds) {
        return folds.consume(new FeedDeliveriesFold());
    }

    @Bean
    LogStream logStream(KafkaClients kafka, EventLogProperties properties, EventCodec codec) {
        return new LogStream(List.of(Log.values()), properties.partitions(), properties.remembered(), kafka::consumer,
                codec);
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/openapi.json")
                .only(Role.CLIENT, "/api/v1/suggestions/**")
                .only(Role.COACH, "/api/v1/caseload/**", "/api/v1/clients/**", "/api/v1/feed/**", "/api/v1/cases/**")
                .end();
    }

    @Bean
    PositionAwaiter positionAwaiter(ReadYourWrites readYourWrites) {
        return position -> Mono.defer(() -> readYourWrites.await(Position.parse(position)));
    }
}
