package attune.coach;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import attune.eventlog.EventLogConfiguration;

/** Starts the coach service. Its settings are in {@code coach-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(EventLogConfiguration.class)
public class CoachApplication {

    /** The service, ready to run: also for those who run several services in one process. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(CoachApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "coach-service"));
        return application;
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
