package attune.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway as a process of its own: the one door to all rooms. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    /** The gateway, ready to run; its configuration file has a name of its own, so that others may stand beside it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=gateway");
    }

    /**
     * Runs until it is stopped.
     *
     * @param arguments Spring properties, such as {@code --server.port=8080}
     */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }
}
