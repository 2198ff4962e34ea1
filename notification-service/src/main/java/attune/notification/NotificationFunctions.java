package attune.notification;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import attune.eventlog.folds.Folds;
import attune.notification.delivery.Changes;
import attune.notification.delivery.DeliveryMetrics;
import attune.notification.inbox.InboxFold;
import attune.notification.planning.CaseSteps;
import attune.notification.planning.PlannerFold;
import attune.notification.planning.TimeOutFold;
import attune.notification.recipients.RecipientFold;

/** The folds of this service, as the functions that Spring Cloud Stream calls. */
@Configuration(proxyBeanMethods = false)
class NotificationFunctions {

    @Bean
    Consumer<Message<List<byte[]>>> planner(Folds folds, DeliveryMetrics metrics, CaseSteps cases) {
        return folds.consume(new PlannerFold(cases), metrics::decided);
    }

    @Bean
    Consumer<Message<List<byte[]>>> timeOuts(Folds folds, DeliveryMetrics metrics) {
        return folds.consume(new TimeOutFold(), metrics::decided);
    }

    @Bean
    Consumer<Message<List<byte[]>>> recipients(Folds folds, Changes changes, DeliveryMetrics metrics) {
        return folds.consume(new RecipientFold(), metrics::decided).andThen(changes::wishesFolded);
    }

    @Bean
    Consumer<Message<List<byte[]>>> inbox(Folds folds, Changes changes, DeliveryMetrics metrics) {
        return folds.consume(new InboxFold(), metrics::decided).andThen(changes::deliveriesFolded);
    }
}
