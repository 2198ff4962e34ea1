package attune.checkin;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

import attune.checkin.listening.Listener;
import attune.eventlog.folds.Folds;
import attune.eventlog.positions.ReadYourWrites;
import attune.events.Position;
import attune.http.positions.PositionAwaiter;
import attune.http.tokens.AccessRules;
import attune.http.tokens.Role;

/** The fold as the function that Spring Cloud Stream calls, and who may come in where. */
@Configuration(proxyBeanMethods = false)
class CheckinConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> history(Folds folds) {
        return folds.consume(new HistoryFold());
    }

    @Bean
    PositionAwaiter positionAwaiter(ReadYourWrites readYourWrites) {
        return position -> Mono.defer(() -> readYourWrites.await(Position.parse(position)));
    }

    @Bean
    Listener listener() {
        return Listener.create();
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/openapi.json", "/api/v1/support")
                .any(Set.of(Role.CLIENT, Role.COACH), "/api/v1/me/preferences")
                .only(Role.CLIENT, "/**")
                .end();
    }
}
