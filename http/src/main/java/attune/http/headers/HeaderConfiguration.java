package attune.http.headers;

import io.micrometer.observation.ObservationFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The headers of an API. */
@AutoConfiguration
class HeaderConfiguration {

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    /** Paths name people and open links: spans have the pattern of the path, and not the path. */
    @Bean
    ObservationFilter pathsStayOutOfSpans() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }
}
