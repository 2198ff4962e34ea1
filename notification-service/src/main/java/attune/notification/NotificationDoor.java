package attune.notification;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.eventlog.positions.ReadYourWrites;
import attune.events.Position;
import attune.http.positions.PositionAwaiter;
import attune.http.tokens.AccessRules;
import attune.http.tokens.Role;

/** Who may come in, and how a read waits for a write. */
@Configuration(proxyBeanMethods = false)
class NotificationDoor {

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/openapi.json", "/api/v1/unsubscribe/*")
                .any(Set.of(Role.CLIENT, Role.COACH), "/api/v1/notifications/**",
                        "/api/v1/me/push-subscriptions/**", "/api/v1/me/unsubscriptions/**")
                .only(Role.COACH, "/api/v1/me/webhooks/**")
                .only(Role.OPS, "/api/v1/deliveries/**")
                .end();
    }

    @Bean
    PositionAwaiter positionAwaiter(ReadYourWrites readYourWrites) {
        return position -> readYourWrites.await(Position.parse(position));
    }
}
