package attune.http.tokens;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

import attune.http.problems.ProblemWriter;

/**
 * The token check of a resource server: stateless, so without sessions, saved requests and CSRF. The management port
 * has its own context and its own door; requests there pass by.
 */
@AutoConfiguration(beforeName = {
        "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
        "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration"})
@EnableWebFluxSecurity
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AccessRules accessRules() {
        return AccessRules.begin().end();
    }

    @Bean
    SigningKeys signingKeys(TokenSettings settings, JsonMapper json) {
        return new SigningKeys(new ProviderDocuments(settings, json).keySet(), settings.keysEvery(),
                Ticker.systemTicker());
    }

    @Bean
    TokenKeysHealth tokensHealthIndicator(SigningKeys keys) {
        return new TokenKeysHealth(keys);
    }

    /** The decoder is no bean of its own: seeing one, Boot would add a second door beside ours. */
    @Bean
    TokenVerdicts tokenVerdicts(SigningKeys keys, TokenSettings settings, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new AccessTokenRules(settings, clock));
        return new TokenVerdicts(decoder, settings, clock, Ticker.systemTicker());
    }

    @Bean
    SecurityWebFilterChain bearerTokens(ServerHttpSecurity http, TokenVerdicts verdicts, AccessRules rules,
            ProblemWriter problems, ObjectProvider<RefusalWatch> watch, ApplicationContext context) {
        Refusals refusals = new Refusals(problems, watch.getIfAvailable(() -> (_, refusal) -> refusal));
        return http.securityMatcher(mainPortOf(context))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new BearerTokens(rules))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .jwt(jwt -> jwt.authenticationManager(verdicts)))
                .authorizeExchange(all -> all.anyExchange().access(new AccessDecision(rules)))
                .build();
    }

    /** Paths that are tricks ({@code //}, {@code ;}, encoded dots) are answered like every other bad request. */
    @Bean
    @ConditionalOnMissingBean
    ServerExchangeRejectedHandler pathTricks(ProblemWriter problems) {
        return new Refusals(problems, (_, refusal) -> refusal);
    }

    /** Observing every step of the check costs more than the check. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }

    private static ServerWebExchangeMatcher mainPortOf(ApplicationContext context) {
        return exchange -> context.equals(exchange.getApplicationContext())
                ? MatchResult.match()
                : MatchResult.notMatch();
    }
}
