package attune.http.cursors;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets controllers name {@link Paging} as a parameter. */
@AutoConfiguration
class CursorConfiguration {

    @Bean
    WebFluxConfigurer pagingArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new PagingArgument());
            }
        };
    }
}
