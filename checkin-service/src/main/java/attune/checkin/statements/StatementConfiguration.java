package attune.checkin.statements;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

    @Bean
    StatementReviewer statementReviewer() {
        return StatementReviewer.load();
    }
}
