package attune.notification;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import attune.eventlog.EventLogConfiguration;

/** The notification service: it speaks. Its configuration is in {@code notification-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(EventLogConfiguration.class)
public class NotificationApplication {

    /** The service, ready to be run, so that others can run it with more properties. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(NotificationApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "notification-service"));
        return application;
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
