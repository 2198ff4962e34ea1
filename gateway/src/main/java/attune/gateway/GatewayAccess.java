package attune.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import attune.http.tokens.AccessRules;

/** Which paths need a sign-in. Which role a path needs is known by the room behind it alone. */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {

    @Bean
    AccessRules accessRules() {
        return AccessRules.begin()
                .open("/api/v1/openapi.json", "/api/v1/support/**", "/api/v1/unsubscribe/*")
                .signedIn("/api/**")
                .open("/**")
                .end();
    }
}
