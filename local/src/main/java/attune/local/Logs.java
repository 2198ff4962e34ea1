package attune.local;

import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where the log goes: into files of the data folder, and warnings to standard error too. There is one log for all
 * services, so none of them may set it up.
 */
final class Logs {

    private Logs() {}

    /**
     * Sets the log up for the whole process; comes before the first Spring context.
     *
     * @param environment {@code ATTUNE_LOGS=json} gives one JSON object a line, as the services write it on a cluster
     */
    static Path into(Path folder, Map<String, String> environment) {
        String form = switch (environment.getOrDefault("ATTUNE_LOGS", "")) {
            case "", "plain" -> "plain";
            case "json" -> "json";
            default -> throw new StartException("ATTUNE_LOGS has to be plain or json.");
        };
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Path file = folder.resolve("attune.log");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("file", file.toString());
        context.putProperty("form", form);
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        configure(context);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return file;
    }

    private static void configure(LoggerContext context) {
        URL configuration = Objects.requireNonNull(Logs.class.getResource("logback.xml"), "logback.xml");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }
}
