package attune.coach;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

import attune.coach.decisions.ClientsFold;
import attune.coach.rules.RuleBook;
import attune.coach.rules.RuleBookFile;
import attune.coach.suggestions.SuggestionsFold;
import attune.eventlog.folds.Folds;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.Position;
import attune.http.positions.PositionAwaiter;
import attune.http.tokens.AccessRules;
import attune.http.tokens.Role;

/** What the coach service is made of: its rule book, its folds, and who may come in where. */
@Configuration(proxyBeanMethods = false)
class CoachConfiguration {

    @Bean
    RuleBook ruleBook() {
        return RuleBookFile.inForce();
    }

    @Bean
    Consumer<Message<List<byte[]>>> clients(Folds folds, RuleBook ruleBook) {
        return folds.consume(new ClientsFold(ruleBook));
    }

    @Bean
    Consumer<Message<List<byte[]>>> suggestions(Folds folds) {
        return folds.consume(new SuggestionsFold());
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/openapi.json")
                .only(Role.CLIENT, "/api/v1/suggestions/**")
                .only(Role.COACH, "/api/v1/caseload/**", "/api/v1/clients/**", "/api/v1/feed/**")
                .end();
    }

    @Bean
    PositionAwaiter positionAwaiter(ReadYourWrites readYourWrites) {
        return position -> Mono.defer(() -> readYourWrites.await(Position.parse(position)));
    }
}
