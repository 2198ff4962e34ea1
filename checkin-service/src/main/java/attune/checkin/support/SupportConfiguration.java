package attune.checkin.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory in force, and how many of its entries somebody has to look after. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupportSettings.class)
class SupportConfiguration {

    @Bean
    HelpDirectory helpDirectory() {
        return HelpDirectory.read(HelpDirectory.IN_FORCE);
    }

    @Bean
    MeterBinder helpLines(HelpDirectory directory, Clock clock) {
        return registry -> {
            for (LineState state : LineState.values()) {
                Gauge.builder("attune.support.lines", directory,
                        lines -> lines.count(state, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                        .description("Entries of the directory of help lines")
                        .tag("state", state.wireName())
                        .register(registry);
            }
        };
    }
}
