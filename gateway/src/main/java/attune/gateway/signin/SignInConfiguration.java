package attune.gateway.signin;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in of browsers. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SignInConfiguration.class);

    @Bean
    Seal sessionSeal(SignInSettings settings) {
        if (settings.keys().isEmpty()) {
            log.info("No ATTUNE_SESSION_KEYS: people in browsers sign in again when this gateway starts again");
        }
        return Seal.with(settings.keys());
    }

    @Bean
    Origins origins(SignInSettings settings) {
        return new Origins(settings);
    }

    @Bean
    SessionCookies sessionCookies(Seal seal, Origins origins, JsonMapper json, Clock clock, SignInSettings settings) {
        return new SessionCookies(seal, origins, json, clock, settings.longest());
    }

    @Bean
    EndedSessions endedSessions(SignInSettings settings) {
        return new EndedSessions(settings.longest());
    }

    @Bean
    Provider signInProvider(SignInSettings settings, @Value("${attune.tokens.issuer}") String issuer, JsonMapper json,
            Clock clock) {
        return new Provider(settings, issuer, json, clock);
    }

    @Bean
    SessionFilter sessionFilter(SessionCookies cookies, EndedSessions ended, Provider provider, Origins origins,
            Clock clock) {
        return new SessionFilter(cookies, ended, provider, origins, clock);
    }

    @Bean
    RouterFunction<ServerResponse> session(Provider provider, SessionCookies cookies, EndedSessions ended,
            Origins origins, Seal seal, SignInSettings settings, JsonMapper json, Clock clock) {
        SignIn signIn = new SignIn(provider, cookies, ended, origins, seal, settings.clientId(), json, clock);
        return RouterFunctions.route()
                .GET("/session/sign-in", signIn::begin)
                .GET(SignIn.CALLBACK, signIn::end)
                .GET("/session", signIn::who)
                .POST("/session/sign-out", signIn::out)
                .build();
    }
}
