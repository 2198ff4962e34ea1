package attune.http.positions;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Waits for positions where the room knows how. */
@AutoConfiguration
class PositionConfiguration {

    @Bean
    @ConditionalOnBean(PositionAwaiter.class)
    PositionFilter positionFilter(PositionAwaiter awaiter, @Value("${attune.http.position-wait}") Duration longest,
            @Value("${attune.http.positions-waiting}") int mostWaiting) {
        return new PositionFilter(awaiter, longest, mostWaiting);
    }
}
