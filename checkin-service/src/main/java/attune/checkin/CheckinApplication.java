package attune.checkin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

import attune.eventlog.EventLogConfiguration;

/** The check-in service as a process of its own. */
@SpringBootApplication
@Import(EventLogConfiguration.class)
public class CheckinApplication {

    /** The service, ready to run; its configuration file has a name of its own, so that others may stand beside it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CheckinApplication.class)
                .properties("spring.config.name=checkin-service");
    }

    /**
     * Runs until it is stopped.
     *
     * @param arguments Spring properties, such as {@code --server.port=8081}
     */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
