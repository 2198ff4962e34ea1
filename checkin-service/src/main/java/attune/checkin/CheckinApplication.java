package attune.checkin;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import attune.eventlog.EventLogConfiguration;

/** Starts the check-in service. Its settings are in {@code checkin-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(EventLogConfiguration.class)
public class CheckinApplication {

    /** The service, ready to run: also for those who run several services in one process. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(CheckinApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "checkin-service"));
        return application;
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
