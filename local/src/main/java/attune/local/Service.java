package attune.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the four services, as a Spring context among others on one class path.
 *
 * @param name its name, which is also the name of its configuration file
 * @param application its main class
 * @param door where it listens
 * @param metricsDoor where its metrics and health are
 * @param unused packages of auto-configurations that only the others on the class path need, with commas between
 */
record Service(String name, Class<?> application, Door door, Door metricsDoor, String unused) {

    /**
     * Starts it and waits until it listens.
     *
     * @param sessionKey seals the sessions of browsers
     * @param pushKeys sign pushes
     * @param more further settings
     */
    ConfigurableApplicationContext start(Ports ports, String sessionKey, PushKeys pushKeys, Map<String, String> more) {
        List<String> arguments = arguments(ports, sessionKey, pushKeys);
        more.forEach((variable, value) -> arguments.add("--" + variable + "=" + value));
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    /** Arguments win over configuration files and over whatever stands in the environment of this process. */
    private List<String> arguments(Ports ports, String sessionKey, PushKeys pushKeys) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name,
                "--server.address=" + Ports.HOST,
                "--server.port=" + ports.of(door),
                "--management.server.address=" + Ports.HOST,
                "--management.server.port=" + ports.of(metricsDoor),
                // Four services share this process and have ten seconds to stop.
                "--spring.lifecycle.timeout-per-shutdown-phase=3s",
                "--" + Unused.PROPERTY + "=" + unused));
        Addresses.of(name, ports, sessionKey, pushKeys)
                .forEach((variable, value) -> arguments.add("--" + variable + "=" + value));
        return arguments;
    }
}
